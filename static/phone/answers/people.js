/** The people whom the council named in the invitation join the choices of who is there. */

import { template } from '../show/fill.js';
import { takeNamed } from './controls.js';

/** @param {string[]} people */
export function offerPeople(people) {
  for (const group of document.querySelectorAll('[data-people]')) {
    const fieldset = /** @type {HTMLElement} */ (group);
    const list = /** @type {HTMLElement} */ (fieldset.querySelector('[data-people-list]'));
    const name = /** @type {string} */ (fieldset.dataset.people);
    const items = people.map((person, at) => offered(name, person, at));
    list.replaceChildren(...items);
    takeNamed(fieldset, name, items.map(boxIn));
    fieldset.hidden = people.length === 0;
  }
}

/** @param {HTMLElement} item */
function boxIn(item) {
  return /** @type {HTMLInputElement} */ (item.querySelector('input'));
}

/**
 * @param {string} name
 * @param {string} person
 * @param {number} at
 */
function offered(name, person, at) {
  const item = template('person');
  const input = boxIn(item);
  const label = /** @type {HTMLLabelElement} */ (item.querySelector('label'));
  Object.assign(input, { id: `${name}-${at}`, name, value: person });
  label.htmlFor = input.id;
  label.textContent = person;
  return item;
}
