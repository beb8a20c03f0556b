/** Who this phone is in one space, with its keys ready to use. */

/** @import { Place } from '../../envelope/place.js' */

import { fromHex } from '../../envelope/hex.js';
import { importAgreementPair, importSigningPair } from '../../envelope/keys.js';

/** @param {{public: string, private: string}} kept */
export function agreementPair(kept) {
  return importAgreementPair(fromHex(kept.private), fromHex(kept.public));
}

/** @param {{public: string, private: string}} kept */
export function signingPair(kept) {
  return importSigningPair(fromHex(kept.private), fromHex(kept.public));
}

/**
 * Where an envelope of this space belongs.
 * @param {any} me
 * @param {'up' | 'down'} direction
 * @returns {Place}
 */
export function place(me, direction) {
  return { direction, council: me.council.id, box: fromHex(me.box) };
}

/**
 * The council's two recipients, operational then escrow.
 * @param {any} me
 */
export function recipients(me) {
  const { operational, escrow } = me.keys.set;
  return [fromHex(operational), fromHex(escrow)];
}
