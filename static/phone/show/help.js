/** The numbers of the council's own that came with the invitation. */

import { fill, template } from './fill.js';
import { page } from './pages.js';

/** What can be sent a text in the United Kingdom. */
const MOBILE = /^(?:\+44|0)7/;

/** @param {{name: string, number: string}[]} numbers */
export function showNumbers(numbers) {
  const list = page('help').querySelector('[data-list="numbers"]');
  list?.replaceChildren(
    ...numbers.map((one) => {
      const dialled = one.number.replace(/[^\d+]/g, '');
      const item = fill(template('number'), { ...one, mobile: MOBILE.test(dialled) });
      linkIn(item, '[data-call]').href = `tel:${dialled}`;
      linkIn(item, '[data-text]').href = `sms:${dialled}`;
      return item;
    }),
  );
}

/**
 * @param {HTMLElement} item
 * @param {string} which
 */
function linkIn(item, which) {
  return /** @type {HTMLAnchorElement} */ (item.querySelector(which));
}
