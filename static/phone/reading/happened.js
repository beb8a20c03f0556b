/** You said → what happened, for every point. */

/** @import { Mark } from './since.js' */

import { fill, fillLines, template } from '../show/fill.js';
import { mark } from './mark.js';

/**
 * @param {any[]} pairs
 * @param {Mark[]} marks
 */
export function happenedPage(pairs, marks) {
  const page = template('happened');
  const parts = pairs.map((pair, place) => pairOf(pair, marks[place]));
  page.querySelector('[data-pairs]')?.replaceChildren(...parts);
  return page;
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
