/** Many envelopes in one body: each behind its length, four bytes, big-endian. */

/** @import { Bytes } from '../../envelope/shape.js' */

import { bigEndian, joined } from '../../envelope/shape.js';

/**
 * Bytes that are put in one body, unless one envelope has more: the mailbox takes three times as
 * many, and a phone with little signal gets these through before it gives up.
 */
export const MOST = 320 * 1024;
const LENGTH = 4;

/** @param {Bytes[]} envelopes */
export function framed(envelopes) {
  return joined(envelopes.flatMap((bytes) => [bigEndian(bytes.length), bytes]));
}

/**
 * @param {Bytes} body
 * @returns {Bytes[]}
 */
export function unframed(body) {
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const found = [];
  for (let at = 0; at + LENGTH <= body.length; ) {
    const size = view.getUint32(at);
    found.push(body.slice(at + LENGTH, at + LENGTH + size));
    at += LENGTH + size;
  }
  return found;
}

/**
 * Parcels that each fit in one body, in order.
 * @template {{bytes: Bytes}} T
 * @param {T[]} items
 * @returns {T[][]}
 */
export function parcels(items) {
  /** @type {T[][]} */
  const made = [];
  let room = 0;
  for (const item of items) {
    const size = LENGTH + item.bytes.length;
    if (size > room) {
      made.push([]);
      room = MOST;
    }
    made[made.length - 1].push(item);
    room -= size;
  }
  return made;
}
