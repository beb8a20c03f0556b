/** One entry, sealed under a key and bound to its name, so that two cannot change places. */

/** @import { Bytes } from '../../envelope/shape.js' */

import { text } from '../../envelope/place.js';

/** @typedef {{nonce: Bytes, data: ArrayBuffer}} Sealed */

/** @param {Bytes} raw */
export function keyOf(raw) {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * @param {CryptoKey} key
 * @param {string} name
 * @param {Bytes} plain
 * @returns {Promise<Sealed>}
 */
export async function encrypt(key, name, plain) {
  const nonce = random(12);
  const how = { name: 'AES-GCM', iv: nonce, additionalData: text(name) };
  return { nonce, data: await crypto.subtle.encrypt(how, key, plain) };
}

/**
 * @param {CryptoKey} key
 * @param {string} name
 * @param {Sealed} sealed
 */
export async function decrypt(key, name, { nonce, data }) {
  const how = { name: 'AES-GCM', iv: nonce, additionalData: text(name) };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, data));
}

/**
 * Whether something that is kept was sealed here. What was not says nothing about anybody.
 * @param {any} value
 */
export function isSealed(value) {
  return value instanceof Object && 'nonce' in value && 'data' in value;
}

/**
 * @param {number} size
 * @returns {Bytes}
 */
export function random(size) {
  return crypto.getRandomValues(new Uint8Array(size));
}
