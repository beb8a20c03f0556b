/**
 * Which questions are shown: one that depends on another's answer waits until it is given, and one
 * about a particular thing is asked of those alone who may read that thing.
 */

import { answerOn, question, questions } from './controls.js';

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
  if (unasked !== undefined) return false;
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
