/** Beside each thing that can be answered: what its reader said of it, and whether that has an answer. */

import { question } from '../answers/controls.js';
import { answers } from '../answers/shown.js';
import { tell } from '../answers/tell.js';
import { fill } from './fill.js';

/** What was sent and stands, the oldest first. @type {any[]} */
let sent = [];

/** @param {any[]} points */
export function rememberReplies(points) {
  sent = points.filter(({ gone }) => !gone);
}

/** Bring it up to date with what is on the pages. */
export function showReplies() {
  const drafted = [...answers()].map(([id, answer]) => ({ question: id, ...answer, unsent: true }));
  for (const place of places()) {
    const { subject } = place.dataset;
    const own = [...sent, ...drafted].filter((one) => one.question.split('@')[1] === subject);
    place.hidden = !isAsked(place);
    fill(place, stateOf(own));
  }
}

/** @param {any[]} own */
function stateOf(own) {
  const questions = own.filter(isQuestion);
  const thought = own.filter((one) => !isQuestion(one)).at(-1);
  return {
    thought: thought && tell(thought).lines[0],
    asked: questions.length,
    answered: questions.some(isAnswered),
    unsent: own.some(({ unsent }) => unsent),
    sent: own.some(({ unsent }) => !unsent),
  };
}

/** @param {any} one */
function isQuestion(one) {
  return question(one.question)?.dataset.adds !== undefined;
}

/** @param {any} one */
function isAnswered({ events = [] }) {
  return events.some((/** @type {any} */ { outcome }) => outcome === 'answered');
}

/**
 * Whether what it stands beside may be answered by whoever reads it.
 * @param {HTMLElement} place
 */
function isAsked({ dataset: { subject } }) {
  const id = document.querySelector(`[data-question$="@${subject}"]:not([data-unasked])`);
  return Boolean(subject && id);
}

function places() {
  return /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-replies]'));
}
