/**
 * What stands around every question: who may see the answer, and whose words it is. The document
 * carries it once; here it comes to each question's page, under that question's own names.
 */

import { template } from '../show/fill.js';
import { questions, takeControls } from './controls.js';

const NAMES = ['id', 'for', 'name', 'aria-describedby', 'aria-labelledby'];
/** Stands in the template where the question's id belongs. */
const QUESTION = 'QUESTION';

export function surroundQuestions() {
  for (const page of questions()) surround(page);
}

/** @param {HTMLElement} page */
export function surround(page) {
  const around = named(template('about-answer'), QUESTION, page.dataset.question ?? '');
  page.querySelector('[data-around]')?.replaceWith(around);
  takeControls(page);
}

/**
 * @param {HTMLElement} root
 * @param {string} before what stands in names where the question's id belongs
 * @param {string} question
 */
export function named(root, before, question) {
  for (const element of root.querySelectorAll('*')) {
    for (const name of NAMES) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replaceAll(before, question));
    }
  }
  return root;
}
