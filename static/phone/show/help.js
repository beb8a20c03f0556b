/** The numbers of the council's own that came with the invitation, wherever somebody may look for them. */

import { fill, template } from './fill.js';

/** What can be sent a text in the United Kingdom. */
const MOBILE = /^(?:\+44|0)7/;

/** @param {{name: string, number: string}[]} numbers */
export function showNumbers(numbers) {
  for (const list of document.querySelectorAll('[data-list="numbers"]')) {
    list.replaceChildren(...numbers.map(numberItem));
  }
}

/** @param {{name: string, number: string}} one */
function numberItem(one) {
  const dialled = one.number.replace(/[^\d+]/g, '');
  const item = fill(template('number'), { ...one, mobile: MOBILE.test(dialled) });
  linkIn(item, '[data-call]').href = `tel:${dialled}`;
  linkIn(item, '[data-text]').href = `sms:${dialled}`;
  return item;
}

/**
 * @param {HTMLElement} item
 * @param {string} which
 */
function linkIn(item, which) {
  return /** @type {HTMLAnchorElement} */ (item.querySelector(which));
}
