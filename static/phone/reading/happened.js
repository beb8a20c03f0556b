/** You said → what happened, for every point, meeting by meeting. */

/** @import { Mark } from './since.js' */

import { fill, fillLines, template } from '../show/fill.js';
import { mark } from './mark.js';

const OUTCOMES = ['in_plan', 'done', 'not_done'];

/**
 * @param {any[]} pairs
 * @param {Mark[]} marks
 */
export function happenedPage(pairs, marks) {
  const page = fill(template('happened'), countsOf(pairs));
  const parts = pairs.map((pair, place) => pairOf(pair, marks[place]));
  page.querySelector('[data-pairs]')?.replaceChildren(...meetingsOf(pairs, parts));
  return page;
}

/** @param {any[]} pairs */
function countsOf(pairs) {
  const count = (/** @type {string} */ what) => pairs.filter((one) => one.outcome === what).length;
  return { all: pairs.length, ...Object.fromEntries(OUTCOMES.map((what) => [what, count(what)])) };
}

/**
 * The parts under the days of their meetings, the newest first. What an older version of the
 * record told of says no day: it comes last.
 * @param {any[]} pairs
 * @param {HTMLElement[]} parts
 */
function meetingsOf(pairs, parts) {
  const dayOf = (/** @type {number} */ place) => pairs[place].meeting ?? '';
  const places = [...pairs.keys()];
  const days = [...new Set(places.map(dayOf))].sort().reverse();
  return days.map((meeting) => {
    const head = { meeting, before: !meeting && days.length > 1, only: !meeting && !days[1] };
    const section = fill(template('meeting'), head);
    section.append(...places.filter((place) => dayOf(place) === meeting).map((at) => parts[at]));
    return section;
  });
}

/**
 * @param {any} pair
 * @param {Mark} what
 */
function pairOf(pair, what) {
  const part = fill(template('pair'), pair);
  fillLines(part, pair.lines);
  mark(part, what);
  return part;
}
