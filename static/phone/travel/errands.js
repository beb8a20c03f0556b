/**
 * What is asked, chosen or approved here with one press: each a sealed envelope of its own that
 * waits in the outbox, with its words beside it until the record's receipt has come.
 */

/** @typedef {Record<string, any>} Errands words by the envelope's id */

import { wellFormed } from '../../envelope/words.js';
import { today } from '../keep/days.js';
import { entry } from '../keep/spaces.js';
import { change, read } from '../keep/vault.js';
import { sealed } from './sealed.js';

/**
 * Keep one to be sent. `make` decides within the turn: what a second press finds is what the first
 * has left, and with no words nothing is sent. Throws `NotSaved`, and then nothing has changed.
 * @param {number} space
 * @param {(waiting: Errands) => any} make
 */
export function run(space, make) {
  return change(async () => {
    const waiting = await errands(space);
    const words = await make(waiting);
    if (!words) return {};
    const whole = wellFormed({ ...words, on: today() });
    const { id, bytes } = await sealed(await read(entry(space, 'me')), whole);
    return {
      [entry(space, 'errands')]: { ...waiting, [id]: whole },
      [entry(space, `out/${id}`)]: bytes,
    };
  });
}

/**
 * Those that have no receipt yet.
 * @param {number} space
 * @returns {Promise<Errands>}
 */
export async function errands(space) {
  return (await read(entry(space, 'errands'))) ?? {};
}

/**
 * What the receipts of these envelopes change.
 * @param {number} space
 * @param {string[]} received
 */
export async function finished(space, received) {
  const waiting = await errands(space);
  const rest = Object.entries(waiting).filter(([id]) => !received.includes(id));
  const isNews = rest.length < Object.keys(waiting).length;
  return isNews ? { [entry(space, 'errands')]: Object.fromEntries(rest) } : {};
}
