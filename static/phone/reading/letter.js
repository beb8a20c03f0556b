/** The chair's letter. */

import { fill, template } from '../show/fill.js';
import { nodesOf } from './html.js';

/** @param {{from: string, role: string, on: string, html: string}} letter */
export function letterPage(letter) {
  const page = fill(template('letter'), letter);
  page.querySelector('[data-html]')?.replaceChildren(...nodesOf(letter.html));
  return page;
}
