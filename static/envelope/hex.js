/** Hexadecimal in one alphabet (0-9, a-f): how ids and keys are written in URLs and JSON. */

/** @import { Bytes } from './shape.js' */

import { BadEnvelope } from './shape.js';

/** @param {Bytes} bytes */
export function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The bytes again. Throws `BadEnvelope` (`bad_hex`) for capitals, spaces and half bytes.
 * @param {string} text
 * @returns {Bytes}
 */
export function fromHex(text) {
  if (typeof text !== 'string' || !/^(?:[0-9a-f]{2})*$/.test(text)) {
    throw new BadEnvelope('bad_hex');
  }
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
