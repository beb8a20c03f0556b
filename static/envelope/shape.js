/**
 * The outside of an envelope: what anybody who carries it may know.
 *
 *     "YV" | version 1 | suite | key id 16 | envelope id 16 | encapsulated key 65 | rest
 *
 * Suite 1 (one reader): rest is the HPKE ciphertext.
 * Suite 2 (towards the council): rest is `sealed content key 48 | escrow key id 16 | escrow
 * encapsulated key 65 | escrow sealed content key 48 | body`, and the body's additional data is
 * everything before it.
 */

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * One recipient's part: which key, and what that key needs to open.
 * @typedef {{keyId: Bytes, encapsulated: Bytes, ciphertext: Bytes}} Sealed
 */

/**
 * A parsed envelope. `recipients` has one or two parts; `body` is empty for suite 1.
 * @typedef {{suite: number, envelopeId: Bytes, recipients: Sealed[], head: Bytes, body: Bytes}} Envelope
 */

export const MAGIC = new TextEncoder().encode('YV');
export const VERSION = 1;
export const TO_ONE = 1;
export const TO_TWO = 2;

export const ID = 16;
export const ENCAPSULATED = 65;
export const TAG = 16;
export const CONTENT_KEY = 32;
export const WRAPPED = CONTENT_KEY + TAG;
export const HEADER = MAGIC.length + 2 + ID + ID + ENCAPSULATED;
export const SECOND = WRAPPED + ID + ENCAPSULATED + WRAPPED;

export const KIB = 1024;
/** Sizes of the padded inside, in bytes. Beyond 256 KiB: the next 256 KiB (voice). */
export const BUCKETS = [4 * KIB, 16 * KIB, 64 * KIB, 256 * KIB, 512 * KIB, 768 * KIB];
/** The largest envelope that is carried, in bytes. */
export const LARGEST = 1024 * KIB;

/** Anything at all wrong with an envelope. `code` is stable and says nothing of the words. */
export class BadEnvelope extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.name = 'BadEnvelope';
    this.code = code;
  }
}

/**
 * Parse an envelope's outside, without any key. Throws `BadEnvelope`.
 * @param {Bytes} data
 * @returns {Envelope}
 */
export function read(data) {
  checkStart(data);
  const suite = data[3];
  const second = suite === TO_TWO ? SECOND : 0;
  checkBucket(data.length - HEADER - second);
  return suite === TO_TWO ? toTwo(data) : toOne(data);
}

/**
 * Join parts so that no two different lists give the same bytes (4-byte big-endian length).
 * @param {Bytes[]} parts
 */
export function lengthPrefixed(parts) {
  return joined(parts.flatMap((part) => [bigEndian(part.length), part]));
}

/**
 * Four bytes, the most significant first.
 * @param {number} number
 */
export function bigEndian(number) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}

/**
 * One array of all the bytes.
 * @param {Bytes[]} parts
 */
export function joined(parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Whether both hold the same bytes. Not for secrets: it stops at the first difference.
 * @param {Bytes} one
 * @param {Bytes} other
 */
export function same(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** @param {Bytes} data */
function checkStart(data) {
  if (data.length > LARGEST) throw new BadEnvelope('too_large');
  if (data.length < HEADER || !same(data.subarray(0, 2), MAGIC)) {
    throw new BadEnvelope('not_an_envelope');
  }
  if (data[2] !== VERSION) throw new BadEnvelope('unknown_version');
  if (data[3] !== TO_ONE && data[3] !== TO_TWO) throw new BadEnvelope('unknown_suite');
}

/** @param {number} ciphertextSize */
function checkBucket(ciphertextSize) {
  if (!BUCKETS.includes(ciphertextSize - TAG)) throw new BadEnvelope('wrong_size');
}

/**
 * @param {Bytes} data
 * @returns {Envelope}
 */
function toOne(data) {
  return {
    suite: TO_ONE,
    envelopeId: data.slice(20, 36),
    recipients: [first(data, data.length)],
    head: data.slice(0, HEADER),
    body: new Uint8Array(0),
  };
}

/**
 * @param {Bytes} data
 * @returns {Envelope}
 */
function toTwo(data) {
  const at = HEADER + WRAPPED;
  const second = {
    keyId: data.slice(at, at + ID),
    encapsulated: data.slice(at + ID, at + ID + ENCAPSULATED),
    ciphertext: data.slice(at + ID + ENCAPSULATED, HEADER + SECOND),
  };
  return {
    suite: TO_TWO,
    envelopeId: data.slice(20, 36),
    recipients: [first(data, at), second],
    head: data.slice(0, HEADER + SECOND),
    body: data.slice(HEADER + SECOND),
  };
}

/**
 * @param {Bytes} data
 * @param {number} end
 * @returns {Sealed}
 */
function first(data, end) {
  return {
    keyId: data.slice(4, 20),
    encapsulated: data.slice(36, HEADER),
    ciphertext: data.slice(HEADER, end),
  };
}
