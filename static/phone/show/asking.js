/** A question's page: where it stands, who will see the answer, and what comes next. */

import { sentBefore } from '../answers/again.js';
import {
  answerOn,
  controlsOf,
  labelOf,
  question,
  questions,
  showAnswer,
} from '../answers/controls.js';
import { ask, shown } from '../answers/shown.js';
import { takeThing } from '../answers/subjects.js';
import { fill } from './fill.js';
import { drawRings } from './rings.js';

/**
 * Bring a question's page up to date with what stands on it.
 * @param {HTMLElement} asked
 */
export function refresh(asked) {
  const id = asked.dataset.question ?? '';
  if (!answerOn(asked)) takeThing(asked);
  const answer = answerOn(asked);
  const beside = shown().filter((one) => one.dataset.in === asked.dataset.in);
  const before = sentBefore(id);
  fill(asked, {
    added: before === 'added' && !asked.dataset.insteadOf,
    instead: before === 'instead' || asked.dataset.insteadOf,
    at: beside.indexOf(asked) + 1,
    of: beside.length,
    answered: Boolean(answer),
    empty: !answer,
    about: asked.dataset.about,
  });
  drawRings(asked);
  const now = asked.querySelector('[data-audience-now]');
  const picked = controlsOf(asked).find(
    ({ name, checked }) => name === `${id}-audience` && checked,
  );
  if (now && picked) now.textContent = labelOf(id, 'audience', picked.value) ?? '';
}

/**
 * The page that many steps from this one among those shown of its form; `undefined` beyond either
 * end.
 * @param {HTMLElement} asked
 * @param {number} steps
 */
export function beside(asked, steps) {
  const order = shown().filter((one) => one.closest('form') === asked.closest('form'));
  return order[order.indexOf(asked) + steps]?.dataset.page;
}

/**
 * Ask what stands in this form, where there is no invitation in use that would say so.
 * @param {string} form
 */
export function askHere(form) {
  ask(form, false);
  fill(document.body, formNamed(form));
}

/**
 * Which form it is, for what is said to those alone who fill it in.
 * @param {string} form
 */
export function formNamed(form) {
  return { form_views: form === 'views', form_family: form === 'family' };
}

/**
 * The form of a section that stands in one alone.
 * @param {string} section
 */
export function formOf(section) {
  return questions().find(({ dataset }) => dataset.in === section)?.dataset.forms ?? '';
}

/** @param {string} section */
export function firstOf(section) {
  return shown().find((one) => one.dataset.in === section)?.dataset.page;
}

/** @param {string} id */
export function clear(id) {
  const asked = question(id);
  if (asked) showAnswer(asked);
}
