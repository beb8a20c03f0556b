/**
 * Which questions are shown: those of the form in use. What is asked about the meeting waits until
 * it has been, what depends on another's answer until that is given, and what is asked about a
 * particular thing is asked of those alone who may read that thing.
 */

import { answerOn, question, questions } from './controls.js';

let inUse = '';
let hasBeen = false;

/**
 * From now on, ask what stands in this form.
 * @param {string} form
 * @param {boolean} isAfter whether the meeting has been
 */
export function ask(form, isAfter) {
  inUse = form;
  hasBeen = isAfter;
}

/**
 * Whether what says of itself in which forms it stands is asked now.
 * @param {HTMLElement} one a question's page, or a place on the path
 */
export function isAsked({ dataset: { forms, after } }) {
  const isInForm = forms === undefined || forms.split(' ').includes(inUse);
  return isInForm && (after === undefined || hasBeen);
}

/** The questions shown now, in order. */
export function shown() {
  return questions().filter(isShown);
}

/**
 * Whether a question's page is among those that are asked now.
 * @param {HTMLElement} page
 * @returns {boolean}
 */
export function isShown(page) {
  const { when, whenAny, unasked } = page.dataset;
  if (unasked !== undefined || !isAsked(page)) return false;
  if (!when || !whenAny) return true;
  const other = question(when);
  if (!other || !isShown(other)) return false;
  const value = answerOn(other)?.value ?? {};
  const picked = [value.choice, ...(value.choices ?? [])];
  return whenAny.split(' ').some((choice) => picked.includes(choice));
}

/**
 * The answers to be sent: those given to questions that are shown.
 * @returns {Map<string, import('./controls.js').Answer>}
 */
export function answers() {
  const given = new Map();
  for (const page of shown()) {
    const answer = answerOn(page);
    if (answer) given.set(page.dataset.question, answer);
  }
  return given;
}
