/** Everything that would be sent, read back, before it is sent. */

import { answers } from '../answers/shown.js';
import { tell } from '../answers/tell.js';
import { fill, fillLines, template } from './fill.js';
import { page } from './pages.js';
import { showTrouble } from './trouble.js';

export function showReview() {
  showTrouble(page('review'));
  const given = answers();
  const list = page('review').querySelector('[data-list="answers"]');
  list?.replaceChildren(...[...given].map(([id, answer]) => told(id, answer)));
  fill(page('review'), { nothing: !given.size, something: given.size });
}

/**
 * @param {string} id
 * @param {import('../answers/controls.js').Answer} answer
 */
function told(id, { value, audience }) {
  const data = tell(id, value, audience);
  const item = fill(template('answer'), data);
  fillLines(item, data.lines);
  const change = /** @type {HTMLElement} */ (item.querySelector('[data-change]'));
  change.dataset.go = `q-${id}`;
  return item;
}
