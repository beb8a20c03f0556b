/**
 * Words as bytes, in exactly one way (the subset of RFC 8785 that we use).
 *
 * Objects with ASCII keys, arrays, well-formed strings, whole numbers within 53 bits, true,
 * false, null; at most 32 deep. Keys sorted, no white space, UTF-8. Written by hand because
 * `JSON.stringify` puts keys that look like numbers first, whatever their order.
 */

/** @import { Bytes } from './shape.js' */
/** @typedef {Record<string, any>} Words */

import { BadEnvelope, BUCKETS, bigEndian, joined, same } from './shape.js';

export const LENGTH = 4;
export const SIGNATURE = 64;
/** The most bytes of words that one envelope can hold. */
export const MOST = 768 * 1024 - SIGNATURE - LENGTH;
/** How many objects and arrays may stand inside one another. */
export const DEEPEST = 32;

const LONE_SURROGATE = /\p{Cs}/u;
const ASCII = /^\p{ASCII}*$/u;

/**
 * Canonical bytes. Throws `BadEnvelope` for what cannot be written in one way.
 * @param {Words} words
 * @returns {Bytes}
 */
export function toBytes(words) {
  if (!isPlain(words)) throw new BadEnvelope('not_canonical');
  return new TextEncoder().encode(written(words, DEEPEST));
}

/**
 * The words again; refuses bytes that `toBytes` would not have written.
 * @param {Bytes} data
 * @returns {Words}
 */
export function fromBytes(data) {
  const words = parsed(data);
  if (!same(toBytes(words), data)) throw new BadEnvelope('not_canonical');
  return words;
}

/**
 * The same value with every half of a broken character (a lone surrogate, as some keyboards
 * leave behind) replaced by U+FFFD, so that `toBytes` accepts it. Keys are left as they are.
 * @template T
 * @param {T} value
 * @returns {T}
 */
export function wellFormed(value) {
  return /** @type {T} */ (mended(value));
}

/**
 * Signature, length, words and zeros, up to the smallest bucket that holds them.
 * @param {Bytes} signature
 * @param {Bytes} words
 */
export function pad(signature, words) {
  const inside = joined([signature, bigEndian(words.length), words]);
  const bucket = BUCKETS.find((size) => inside.length <= size);
  if (bucket === undefined) throw new BadEnvelope('too_large');
  return joined([inside, new Uint8Array(bucket - inside.length)]);
}

/**
 * Signature and words. Throws `BadEnvelope` unless `pad` would give these very bytes.
 * @param {Bytes} inside
 */
export function unpad(inside) {
  if (!BUCKETS.includes(inside.length)) throw new BadEnvelope('wrong_size');
  const signature = inside.slice(0, SIGNATURE);
  const start = SIGNATURE + LENGTH;
  const size = new DataView(inside.buffer, inside.byteOffset).getUint32(SIGNATURE);
  const words = inside.slice(start, start + size);
  if (words.length !== size || !same(pad(signature, words), inside)) {
    throw new BadEnvelope('wrong_padding');
  }
  return { signature, words };
}

/** @param {Bytes} data */
function parsed(data) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(data));
  } catch {
    throw new BadEnvelope('not_canonical');
  }
}

/**
 * @param {unknown} value
 * @param {number} deeper
 * @returns {string}
 */
function written(value, deeper) {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string' && !LONE_SURROGATE.test(value)) return JSON.stringify(value);
  if (Number.isSafeInteger(value)) return String(value);
  if (deeper > 0 && Array.isArray(value)) return writtenList(value, deeper - 1);
  if (deeper > 0 && isPlain(value)) return writtenObject(value, deeper - 1);
  throw new BadEnvelope('not_canonical');
}

/**
 * @param {unknown[]} list
 * @param {number} deeper
 */
function writtenList(list, deeper) {
  return `[${Array.from(list, (item) => written(item, deeper)).join(',')}]`;
}

/**
 * @param {Words} words
 * @param {number} deeper
 */
function writtenObject(words, deeper) {
  const keys = Object.keys(words).sort();
  if (!keys.every((key) => ASCII.test(key))) throw new BadEnvelope('not_canonical');
  return `{${keys.map((key) => `${JSON.stringify(key)}:${written(words[key], deeper)}`).join(',')}}`;
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function mended(value) {
  if (typeof value === 'string') return value.replace(/\p{Cs}/gu, '\uFFFD');
  if (Array.isArray(value)) return value.map(mended);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mended(item)]));
}

/**
 * @param {unknown} value
 * @returns {value is Words}
 */
function isPlain(value) {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
