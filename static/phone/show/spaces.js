/** The other invitations on this phone: whose each is, and what it has to tell. */

import { fill, template } from './fill.js';
import { page } from './pages.js';

/**
 * @typedef {{space: number, name: string, child: string, ended: boolean, to_read: boolean,
 *   waiting: number}} Summary
 */

/** @param {Summary[]} others */
export function showSpaces(others) {
  const list = page('home').querySelector('[data-list="spaces"]');
  list?.replaceChildren(
    ...others.map((one) => {
      const item = fill(template('space'), {
        other_name: one.name,
        other_child: one.child,
        other_reads: one.to_read,
        other_waits: one.waiting,
        other_ended: one.ended,
      });
      const button = /** @type {HTMLElement} */ (item.querySelector('[data-space]'));
      button.dataset.space = String(one.space);
      return item;
    }),
  );
  fill(page('home'), { several: others.length });
}
