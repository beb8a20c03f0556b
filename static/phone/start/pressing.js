/** One thing at a time, however often a button is pressed. */

import { fill } from '../show/fill.js';

let busy = false;

/**
 * @param {HTMLElement} shown what says that it takes a moment
 * @param {() => Promise<unknown>} work
 */
export async function oneAtATime(shown, work) {
  if (busy) return;
  busy = true;
  fill(shown, { busy });
  try {
    await work();
  } finally {
    busy = false;
    fill(shown, { busy });
  }
}

/** @param {string} id */
export function input(id) {
  return /** @type {HTMLInputElement} */ (document.getElementById(id));
}
