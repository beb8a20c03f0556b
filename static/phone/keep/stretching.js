/** Keys from a PIN: slow to make, on purpose, and none of them tells of another. */

/** @import { Bytes } from '../../envelope/shape.js' */

import { PRODUCT, text } from '../../envelope/place.js';

const ROUNDS = 600_000;
const BITS = 256;

/**
 * @param {string} pin
 * @param {Bytes} salt
 */
export async function stretched(pin, salt) {
  const base = await crypto.subtle.importKey('raw', text(pin), 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, BITS));
}

/**
 * A key of its own for each purpose (HKDF); with a share, nobody makes it who has not both.
 * @param {Bytes} secret
 * @param {string} purpose
 * @param {Bytes} [share]
 */
export async function expanded(secret, purpose, share = new Uint8Array()) {
  const whole = new Uint8Array([...secret, ...share]);
  const base = await crypto.subtle.importKey('raw', whole, 'HKDF', false, ['deriveBits']);
  const about = text(`${PRODUCT} pin ${purpose}`);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: about };
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, BITS));
}
