/**
 * An invitation: six words, and everything that follows from them.
 *
 * The words give, through PBKDF2-HMAC-SHA-256 (600,000 rounds) and HKDF, an id, a claim key, a
 * key for the contents and a key by which the record knows the device.
 */

/** @import { Bytes } from './shape.js' */
/** @import { Words } from './words.js' */

/**
 * Public halves of a device's two key pairs (65 bytes each) and its token's SHA-256 (32).
 * @typedef {{agreement: Bytes, signing: Bytes, tokenSha256: Bytes}} Device
 */

import { PRODUCT, text } from './place.js';
import { BadEnvelope, bigEndian, ID, joined, KIB, lengthPrefixed, same } from './shape.js';
import { fromBytes, LENGTH } from './words.js';

export const ROUNDS = 600_000;
/** The list's words of two parts, where they were typed as one. */
const TWO_PARTS = /\b(drop(?=down\b)|felt(?=tip\b)|t(?=shirt\b)|yo(?=yo\b))/g;
const KEY = 32;
const NONCE = 12;
const CONTENTS_BUCKET = 8 * KIB;

/** What the words give: `id` (16 bytes) and three keys (32 bytes each). */
export class Secrets {
  /** @param {{id: Bytes, claimKey: Bytes, contentsKey: Bytes, deviceKey: Bytes}} parts */
  constructor({ id, claimKey, contentsKey, deviceKey }) {
    this.id = id;
    this.claimKey = claimKey;
    this.contentsKey = contentsKey;
    this.deviceKey = deviceKey;
  }

  /**
   * What a device sends so that the record knows that no one between swapped its keys (32 bytes).
   * @param {Device} device
   */
  async proof({ agreement, signing, tokenSha256 }) {
    const how = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', this.deviceKey, how, false, ['sign']);
    const parts = [text(`${PRODUCT} device`), this.id, agreement, signing, tokenSha256];
    return new Uint8Array(await crypto.subtle.sign('HMAC', key, lengthPrefixed(parts)));
  }
}

/**
 * Words as typed, read aloud or linked: lower case, one hyphen between letters. A word of two parts
 * has its hyphen however it was typed.
 * @param {string} words
 */
export function normalise(words) {
  const found = (words.toLowerCase().match(/[a-z]+/g) ?? []).join('-');
  return found.replace(TWO_PARTS, '$1-');
}

/**
 * The secrets of an invitation. Takes about 0.15 s, on purpose.
 * @param {string} words
 */
export async function derive(words) {
  const master = await stretched(text(normalise(words)));
  return new Secrets({
    id: await expanded(master, 'invitation id', ID),
    claimKey: await expanded(master, 'claim key', KEY),
    contentsKey: await expanded(master, 'contents key', KEY),
    deviceKey: await expanded(master, 'device key', KEY),
  });
}

/**
 * The contents of an invitation. Throws `BadEnvelope`.
 * @param {Bytes} sealed
 * @param {Secrets} secret
 * @returns {Promise<Words>}
 */
export async function openContents(sealed, secret) {
  const plain = await decrypted(sealed, secret);
  const size = new DataView(plain.buffer).getUint32(0);
  const written = plain.slice(LENGTH, LENGTH + size);
  if (!same(padded(written), plain)) throw new BadEnvelope('wrong_padding');
  return fromBytes(written);
}

/**
 * @param {Bytes} sealed
 * @param {Secrets} secret
 */
async function decrypted(sealed, { id, contentsKey }) {
  const about = lengthPrefixed([text(`${PRODUCT} contents`), id]);
  const how = { name: 'AES-GCM', iv: sealed.slice(0, NONCE), additionalData: about };
  try {
    const key = await crypto.subtle.importKey('raw', contentsKey, 'AES-GCM', false, ['decrypt']);
    const plain = new Uint8Array(await crypto.subtle.decrypt(how, key, sealed.slice(NONCE)));
    if (plain.length >= LENGTH) return plain;
  } catch {
    throw new BadEnvelope('does_not_open');
  }
  throw new BadEnvelope('wrong_padding');
}

/** @param {Bytes} written */
function padded(written) {
  const plain = joined([bigEndian(written.length), written]);
  const bucket = Math.ceil(plain.length / CONTENTS_BUCKET) * CONTENTS_BUCKET;
  return joined([plain, new Uint8Array(bucket - plain.length)]);
}

/** @param {Bytes} words */
async function stretched(words) {
  const key = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveBits']);
  const salt = text(`${PRODUCT} invitation`);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, KEY * 8));
}

/**
 * @param {Bytes} master
 * @param {string} purpose
 * @param {number} length
 */
async function expanded(master, purpose, length) {
  const key = await crypto.subtle.importKey('raw', master, 'HKDF', false, ['deriveBits']);
  const salt = new Uint8Array(KEY);
  const about = text(`${PRODUCT} ${purpose}`);
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: about };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, length * 8));
}
