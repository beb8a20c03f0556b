/**
 * How the pages look to this reader: attributes of the whole document, which the style answers to,
 * and one plain entry in the store. It says nothing of anybody, so it is not sealed and can be worn
 * while the notes are locked.
 */

import { get, put } from '../keep/store.js';

/** @typedef {Record<string, string>} Look by what is chosen (`text`, `letters`, …); empty as usual */

const ENTRY = 'look';
/** Milliseconds that the first page waits for a store that does not answer. */
const PATIENCE = 5_000;

/** Wear what was chosen before; a store that refuses, or is slow, keeps no page from being shown. */
export async function wearKept() {
  const worn = get(ENTRY).then((look) => wear(look ?? {}));
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([worn.catch(() => undefined), patience]);
}

/** @param {Look} look */
export function wear(look) {
  for (const [what, how] of Object.entries(look)) document.documentElement.dataset[what] = how;
}

/**
 * What is worn now of the things that can be chosen.
 * @param {string} what
 */
export function worn(what) {
  return document.documentElement.dataset[what] ?? '';
}

/**
 * Worn at once, and remembered where the phone lets us.
 * @param {Look} look
 */
export async function choose(look) {
  wear(look);
  await put(new Map([[ENTRY, look]])).catch(() => undefined);
}
