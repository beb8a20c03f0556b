/** The people whom the council named in the invitation join the choices of who is there. */

import { template } from '../show/fill.js';

/** @param {string[]} people */
export function offerPeople(people) {
  for (const group of document.querySelectorAll('[data-people]')) {
    const fieldset = /** @type {HTMLElement} */ (group);
    const list = /** @type {HTMLElement} */ (fieldset.querySelector('[data-people-list]'));
    const name = /** @type {string} */ (fieldset.dataset.people);
    list.replaceChildren(...people.map((person, at) => offered(name, person, at)));
    fieldset.hidden = people.length === 0;
  }
}

/**
 * @param {string} name
 * @param {string} person
 * @param {number} at
 */
function offered(name, person, at) {
  const item = template('person');
  const input = /** @type {HTMLInputElement} */ (item.querySelector('input'));
  const label = /** @type {HTMLLabelElement} */ (item.querySelector('label'));
  Object.assign(input, { id: `${name}-${at}`, name, value: person });
  label.htmlFor = input.id;
  label.textContent = person;
  return item;
}
