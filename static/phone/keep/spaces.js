/**
 * The invitations that this phone holds, each apart: one space for each, one of them in use.
 *
 * A space's entries are `<n>/me` (who I am, my keys, the council's), `<n>/draft`, `<n>/said`,
 * `<n>/out/<id>` (sealed, waiting), `<n>/points` and `<n>/publication`.
 */

import { read, write } from './vault.js';

/** @typedef {{id: string, name: string, role: string}} Space `id`: the invitation's, in hex */
/** @typedef {{now: number, spaces: Space[]}} Book */

/** @returns {Promise<Book>} */
export async function book() {
  return (await read('book')) ?? { now: -1, spaces: [] };
}

/**
 * The entry's full name in a space.
 * @param {number} space
 * @param {string} name
 */
export function entry(space, name) {
  return `${space}/${name}`;
}

/**
 * Add a space for a claimed invitation and turn to it, in one write with the end of the claim.
 * @param {Space} space
 * @param {any} me
 * @param {string} pending
 */
export async function add(space, me, pending) {
  const { spaces } = await book();
  const now = spaces.length;
  const changed = { now, spaces: [...spaces, space] };
  await write({ book: changed, [entry(now, 'me')]: me, [pending]: undefined });
  return now;
}

/** @param {number} now */
export async function turnTo(now) {
  await write({ book: { ...(await book()), now } });
}
