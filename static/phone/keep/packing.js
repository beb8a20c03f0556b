/** An entry as bytes: most are JSON; a recording or an envelope stays the bytes that it is. */

/** @import { Bytes } from '../../envelope/shape.js' */

import { text } from '../../envelope/place.js';
import { joined } from '../../envelope/shape.js';

/** No JSON begins with it. */
const BYTES = 0;

/**
 * @param {any} value
 * @returns {Bytes}
 */
export function packed(value) {
  if (value instanceof Uint8Array) {
    return joined([Uint8Array.of(BYTES), /** @type {Bytes} */ (value)]);
  }
  return text(JSON.stringify(value));
}

/**
 * @param {Bytes} bytes
 * @returns {any}
 */
export function unpacked(bytes) {
  return bytes[0] === BYTES ? bytes.slice(1) : JSON.parse(new TextDecoder().decode(bytes));
}
