/** Where an envelope belongs: what must not be swapped without its ceasing to open. */

/** @import { Bytes } from './shape.js' */

/**
 * Direction (`up` to the council, `down` to a phone), council id, and box (16 bytes).
 * @typedef {{direction: 'up' | 'down', council: string, box: Bytes}} Place
 */

import { thumbprint } from './keys.js';
import { joined, lengthPrefixed } from './shape.js';

export const PRODUCT = 'youthvoice/1';

/**
 * HPKE's `info` for one recipient.
 * @param {Place} place
 * @param {Bytes} envelopeId
 * @param {Bytes} keyId
 */
export function info(place, envelopeId, keyId) {
  const { direction, council, box } = place;
  return lengthPrefixed([text(PRODUCT), text(direction), text(council), box, envelopeId, keyId]);
}

/**
 * What the writer signs: for whom (raw public keys, in order), where to, which one, the words.
 * @param {Place} place
 * @param {Bytes[]} recipients
 * @param {Bytes} envelopeId
 * @param {Bytes} words
 */
export async function signed(place, recipients, envelopeId, words) {
  const thumbprints = joined(await Promise.all(recipients.map(thumbprint)));
  return lengthPrefixed([
    text(`${PRODUCT} signed`),
    text(place.direction),
    thumbprints,
    place.box,
    envelopeId,
    words,
  ]);
}

/**
 * UTF-8.
 * @param {string} string
 */
export function text(string) {
  return new TextEncoder().encode(string);
}
