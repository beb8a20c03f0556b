/**
 * The sections as places on a path: where one has not been, has been, has said something. Nothing
 * is counted: nobody has to be anywhere.
 */

import { questions } from '../answers/controls.js';
import { answers, isAsked } from '../answers/shown.js';
import { fill } from './fill.js';
import { page } from './pages.js';

/** @type {string[]} sections */
let been = [];
/** @type {string[]} questions */
let sent = [];

/**
 * @param {string[]} sections that were looked into
 * @param {string[]} answered questions whose answers have left the pages
 */
export function showPath(sections, answered) {
  been = sections;
  sent = answered;
  refreshPath();
}

/** Bring the path up to date with what is on the pages. */
export function refreshPath() {
  const told = sectionsTold();
  for (const place of places()) {
    const section = place.dataset.section ?? '';
    const isTold = told.has(section);
    const isSeen = !isTold && been.includes(section);
    const item = /** @type {HTMLElement} */ (place.parentElement);
    item.hidden = !isAsked(item);
    place.dataset.been = isTold ? 'told' : isSeen ? 'seen' : '';
    fill(place, { place_told: isTold, place_seen: isSeen, place_new: !isTold && !isSeen });
  }
}

function sectionsTold() {
  const given = answers();
  const answered = questions().filter(({ dataset: { question = '' } }) => {
    return given.has(question) || sent.includes(question);
  });
  return new Set(answered.map(({ dataset }) => dataset.in));
}

function places() {
  return /** @type {NodeListOf<HTMLElement>} */ (page('home').querySelectorAll('[data-section]'));
}
