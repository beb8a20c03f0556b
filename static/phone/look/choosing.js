/** The page on which a reader chooses how the pages look. Each choice is worn at once. */

import { page } from '../show/pages.js';
import { choose, worn } from './wearing.js';

/** From now on the page says what is worn, and changes it. */
export function offerLooks() {
  page('look').addEventListener('input', () => choose(picked()));
}

/** Bring the page up to date with what is worn. */
export function showLook() {
  for (const control of controls()) control.checked = control.value === worn(control.name);
}

export function useUsualLook() {
  for (const control of controls()) control.checked = control.value === '';
  return choose(picked());
}

function picked() {
  const chosen = controls().filter(({ checked }) => checked);
  return Object.fromEntries(chosen.map(({ name, value }) => [name, value]));
}

function controls() {
  const found = /** @type {NodeListOf<HTMLInputElement>} */ (
    page('look').querySelectorAll('input')
  );
  return [...found];
}
