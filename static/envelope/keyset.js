/** What a council says of its own keys: a signed, numbered set. A phone refuses an older one. */

/** @import { Bytes } from './shape.js' */
/** @import { Words } from './words.js' */

/**
 * Public keys of one council (raw): `serial` only grows; the root signs the set, is in no set.
 * @typedef {{council: string, serial: number, operational: Bytes, escrow: Bytes, signing: Bytes}} KeySet
 */

import { fromHex } from './hex.js';
import { agreementKey, verifies } from './keys.js';
import { PRODUCT, text } from './place.js';
import { BadEnvelope, lengthPrefixed } from './shape.js';
import { toBytes } from './words.js';

const NAMES = 'council,escrow,operational,serial,signing';

/**
 * The set, if the root (raw public key) signed it. Throws `BadEnvelope` (`bad_key_set`).
 * Whether it is older than the one at hand is for the caller to ask.
 * @param {Words} signed `{"set": …, "signature": hex}`
 * @param {Bytes} root
 * @returns {Promise<KeySet>}
 */
export async function checkKeySet(signed, root) {
  try {
    const found = await read(signed.set);
    const data = lengthPrefixed([text(`${PRODUCT} key set`), toBytes(signed.set)]);
    if (await verifies(root, fromHex(signed.signature), data)) return found;
  } catch {
    throw new BadEnvelope('bad_key_set');
  }
  throw new BadEnvelope('bad_key_set');
}

/**
 * @param {Words} set
 * @returns {Promise<KeySet>}
 */
async function read(set) {
  const { council, serial } = set;
  const known = Object.keys(set).sort().join() === NAMES;
  if (!known || typeof council !== 'string' || !Number.isSafeInteger(serial)) {
    throw new BadEnvelope('bad_key_set');
  }
  const hexes = [set.operational, set.escrow, set.signing];
  const [operational, escrow, signing] = hexes.map(fromHex);
  await Promise.all([operational, escrow, signing].map(agreementKey));
  return { council, serial, operational, escrow, signing };
}
