/** One envelope towards the council, made once, with its id and the record's epoch, if it has one. */

import { toHex } from '../../envelope/hex.js';
import { newId, seal } from '../../envelope/seal.js';
import { place, recipients, signingPair } from './me.js';

/**
 * @param {any} me
 * @param {any} words
 */
export async function sealed(me, words) {
  const envelopeId = newId();
  const by = await signingPair(me.signing);
  const borne = me.epoch ? { ...words, epoch: me.epoch } : words;
  const bytes = await seal(borne, place(me, 'up'), { to: recipients(me), by, envelopeId });
  return { id: toHex(envelopeId), bytes };
}
