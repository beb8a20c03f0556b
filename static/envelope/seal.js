/** Seal words: sign them, pad them, seal them to one recipient or to two. */

/** @import { KeyPair } from './keys.js' */
/** @import { Place } from './place.js' */
/** @import { Bytes } from './shape.js' */
/** @import { Words } from './words.js' */

import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import { agreementKey, keyId, sign } from './keys.js';
import { info, signed } from './place.js';
import { BadEnvelope, CONTENT_KEY, ID, joined, MAGIC, TO_ONE, TO_TWO, VERSION } from './shape.js';
import { pad, toBytes } from './words.js';

/** RFC 9180: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
export const SUITE = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
/** The body's nonce: its key is random and used once. */
export const NONCE = new Uint8Array(12);

/** A fresh envelope id: 16 random bytes. */
export function newId() {
  return crypto.getRandomValues(new Uint8Array(ID));
}

/**
 * An envelope of `words`, signed by `by`, for one recipient or [operational, escrow].
 *
 * Throws `BadEnvelope` when the words are too many or cannot be written canonically, and for
 * recipients that are no keys.
 * @param {Words} words
 * @param {Place} place
 * @param {{to: Bytes[], by: KeyPair, envelopeId: Bytes}} options `to`: raw public keys
 * @returns {Promise<Bytes>}
 */
export async function seal(words, place, { to, by, envelopeId }) {
  if (to.length < 1 || to.length > 2 || envelopeId.length !== ID) {
    throw new BadEnvelope('wrong_recipients');
  }
  const written = toBytes(words);
  const signature = await sign(by, await signed(place, to, envelopeId, written));
  const inside = pad(signature, written);
  return to.length === 1
    ? sealToOne(inside, place, to, envelopeId)
    : sealToTwo(inside, place, to, envelopeId);
}

/**
 * @param {Bytes} inside
 * @param {Place} place
 * @param {Bytes[]} to
 * @param {Bytes} envelopeId
 */
async function sealToOne(inside, place, [reader], envelopeId) {
  const [start, sealed] = await Promise.all([
    startOf(TO_ONE, reader, envelopeId),
    hpke(inside, place, reader, envelopeId),
  ]);
  return joined([start, sealed]);
}

/**
 * @param {Bytes} inside
 * @param {Place} place
 * @param {Bytes[]} to
 * @param {Bytes} envelopeId
 */
async function sealToTwo(inside, place, [operational, escrow], envelopeId) {
  const contentKey = crypto.getRandomValues(new Uint8Array(CONTENT_KEY));
  const head = joined([
    await startOf(TO_TWO, operational, envelopeId),
    await hpke(contentKey, place, operational, envelopeId),
    await keyId(escrow),
    await hpke(contentKey, place, escrow, envelopeId),
  ]);
  return joined([head, await sealBody(contentKey, inside, head)]);
}

/**
 * @param {Bytes} contentKey
 * @param {Bytes} inside
 * @param {Bytes} head
 */
async function sealBody(contentKey, inside, head) {
  const key = await crypto.subtle.importKey('raw', contentKey, 'AES-GCM', false, ['encrypt']);
  const how = { name: 'AES-GCM', iv: NONCE, additionalData: head };
  return new Uint8Array(await crypto.subtle.encrypt(how, key, inside));
}

/**
 * @param {number} suite
 * @param {Bytes} first
 * @param {Bytes} envelopeId
 */
async function startOf(suite, first, envelopeId) {
  return joined([MAGIC, Uint8Array.of(VERSION, suite), await keyId(first), envelopeId]);
}

/**
 * Encapsulated key (65) and ciphertext, one after the other.
 * @param {Bytes} plain
 * @param {Place} place
 * @param {Bytes} to
 * @param {Bytes} envelopeId
 */
async function hpke(plain, place, to, envelopeId) {
  const about = info(place, envelopeId, await keyId(to));
  const sealed = await SUITE.Seal(await agreementKey(to), plain, { info: about });
  return joined([new Uint8Array(sealed.encapsulatedSecret), new Uint8Array(sealed.ciphertext)]);
}
