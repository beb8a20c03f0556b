/** The numbers of the council's own that came with the invitation, wherever somebody may look for them. */

import { fill, template } from './fill.js';

/** What can be sent a text in the United Kingdom. */
const MOBILE = /^(?:\+44|0)7/;
/** A nought that stands for dialling without the country's code, as in `+44 (0)20`. */
const OR_NOUGHT = /\(0\)/;
const ABROAD = /^00/;

/**
 * A number as it is written, and what is dialled to call it and to send it a text: empty where it
 * takes none, missing from a record that did not tell it yet.
 * @typedef {{name: string, number: string, call?: string, text?: string}} Told
 */

/** @param {Told[]} numbers */
export function showNumbers(numbers) {
  for (const list of document.querySelectorAll('[data-list="numbers"]')) {
    list.replaceChildren(...numbers.map(numberItem));
  }
}

/** @param {Told} one */
function numberItem(one) {
  const { call, text } = dialled(one);
  const item = fill(template('number'), { ...one, call, text_only: !call, both: call && text });
  linkIn(item, '[data-first]').href = call ? `tel:${call}` : `sms:${text}`;
  linkIn(item, '[data-text]').href = `sms:${text}`;
  return item;
}

/**
 * What a phone dials.
 * @param {Told} one
 */
export function dialled({ number, call, text }) {
  if (call || text) return { call: call ?? '', text: text ?? '' };
  const hasCode = /^\s*(?:\+|00)/.test(number);
  const digits = (hasCode ? number.replace(OR_NOUGHT, '') : number).replace(/[^\d+]/g, '');
  const whole = digits.replace(ABROAD, '+');
  return { call: whole, text: MOBILE.test(whole) ? whole : '' };
}

/**
 * @param {HTMLElement} item
 * @param {string} which
 */
function linkIn(item, which) {
  return /** @type {HTMLAnchorElement} */ (item.querySelector(which));
}
