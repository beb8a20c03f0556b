/** You said → what happened, for every point. */

import { fill, fillLines, template } from '../show/fill.js';

/** @param {any[]} pairs */
export function happenedPage(pairs) {
  const page = template('happened');
  page.querySelector('[data-pairs]')?.replaceChildren(...pairs.map(pairOf));
  return page;
}

/** @param {any} pair */
function pairOf(pair) {
  const part = fill(template('pair'), pair);
  fillLines(part, pair.lines);
  return part;
}
