/** The chair's letter. */

/** @import { Mark } from './since.js' */

import { fill, template } from '../show/fill.js';
import { nodesOf } from './html.js';
import { mark } from './mark.js';

/**
 * @param {{from: string, role: string, on: string, html: string}} letter
 * @param {Mark} what
 */
export function letterPage(letter, what) {
  const page = fill(template('letter'), letter);
  page.querySelector('[data-html]')?.replaceChildren(...nodesOf(letter.html));
  mark(page.querySelector('[data-marked]'), what);
  return page;
}
