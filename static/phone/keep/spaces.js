/**
 * The invitations that this phone holds, each apart: one space for each, one of them in use.
 *
 * A space's entries are `<n>/me` (who I am, my keys, the council's), `<n>/draft`, `<n>/said`,
 * `<n>/out/<id>` (sealed, waiting or a copy: `<n>/copies` says which), `<n>/blob/…` and `<n>/pieces` (see `blobs.js`), `<n>/points`,
 * `<n>/publication`, `<n>/before` (the publication before it), `<n>/reports` and `<n>/report/<id>`,
 * `<n>/asked`, `<n>/access`, `<n>/shared`, `<n>/to_approve` (as the council sent them last),
 * `<n>/errands` (what was asked or chosen, until it has arrived), `<n>/awaited` (the question that
 * somebody went to the camera for) and `<n>/later/<id>` (what
 * this version cannot use), `<n>/unusable` (what of that the record was not told yet).
 */

import { change, read } from './vault.js';

/** @typedef {{id: string}} Space the invitation's id, in hex */
/** @typedef {{now: number, spaces: Space[]}} Book */

/** Where no invitation is in use. */
export const NOBODY = -1;

/** @returns {Promise<Book>} */
export async function book() {
  return (await read('book')) ?? { now: NOBODY, spaces: [] };
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
 * One that is here already keeps its keys, and is turned to.
 * @param {Space} space
 * @param {any} me
 * @param {string} pending
 */
export function add(space, me, pending) {
  return change(async () => {
    const { spaces } = await book();
    const known = spaces.findIndex(({ id }) => id === space.id);
    if (known >= 0) return { book: { now: known, spaces }, [pending]: undefined };
    const now = spaces.length;
    return {
      book: { now, spaces: [...spaces, space] },
      [entry(now, 'me')]: me,
      [pending]: undefined,
    };
  });
}

/** @param {number} now */
export function turnTo(now) {
  return change(async () => ({ book: { ...(await book()), now } }));
}
