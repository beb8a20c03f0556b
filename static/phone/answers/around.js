/**
 * What stands around every question: who may see the answer, and whose words it is. The document
 * carries it once; here it comes to each question's page, under that question's own names.
 */

import { template } from '../show/fill.js';
import { questions } from './controls.js';

const NAMES = ['id', 'for', 'name', 'aria-describedby'];
/** Stands in the template where the question's id belongs. */
const QUESTION = 'QUESTION';

export function surroundQuestions() {
  for (const page of questions()) {
    const around = named(template('about-answer'), page.dataset.question ?? '');
    page.querySelector('[data-around]')?.replaceWith(around);
  }
}

/**
 * @param {HTMLElement} around
 * @param {string} question
 */
function named(around, question) {
  for (const element of around.querySelectorAll('*')) {
    for (const name of NAMES) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replaceAll(QUESTION, question));
    }
  }
  return around;
}
