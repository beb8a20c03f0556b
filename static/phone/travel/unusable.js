/**
 * What came and cannot be used: it does not open, has an odd shape, or is of an unknown kind. It is
 * counted, kept for a later version where its words are known to be the council's own, and told to
 * the record in a small signed notice: which envelope and why, never what it said.
 */

import { BadEnvelope } from '../../envelope/shape.js';
import { today } from '../keep/days.js';
import { entry } from '../keep/spaces.js';
import { change, read } from '../keep/vault.js';
import { sealed } from './sealed.js';
import { leavesNothing } from './unsaid.js';

/** Messages that one notice is about, at most; of more the last count. */
const MOST = 200;

/**
 * What one such message changes on this phone.
 * @param {number} space
 * @param {string} envelope
 * @param {string} reason a stable code
 * @param {any} [words] where they opened
 */
export async function unusable(space, envelope, reason, words) {
  const [untold, own] = [entry(space, 'unusable'), entry(space, 'me')];
  const me = await read(own);
  const known = (await read(untold)) ?? [];
  const isSecret = words?.kind === 'points' && (await leavesNothing());
  return {
    [untold]: [...known, { envelope, reason }].slice(-MOST),
    ...(reason !== 'unknown_kind' && { [own]: { ...me, unreadable: (me.unreadable ?? 0) + 1 } }),
    ...(words && !isSecret && { [entry(space, `later/${envelope}`)]: words }),
  };
}

/**
 * One notice of all that the record was not told yet, to be sent like anything else.
 * @param {number} space
 */
export function tellUnusable(space) {
  const name = entry(space, 'unusable');
  return change(async () => {
    const found = await read(name);
    if (!found) return {};
    const words = { kind: 'unusable', on: today(), found };
    const { id, bytes } = await sealed(await read(entry(space, 'me')), words);
    return { [name]: undefined, [entry(space, `out/${id}`)]: bytes };
  });
}

/** @param {unknown} wrong */
export function reasonOf(wrong) {
  return wrong instanceof BadEnvelope ? wrong.code : 'unexpected';
}
