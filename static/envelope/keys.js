/**
 * Key pairs on P-256: for agreement (HPKE) and for signing (ECDSA). Public halves travel raw.
 *
 * A raw public key is the 65-byte uncompressed point. A thumbprint is its SHA-256; a key id is
 * the first 16 bytes of that. A new pair's private half can be exported once, to be kept sealed;
 * an imported one cannot be exported again.
 */

/** @import { Bytes } from './shape.js' */

/**
 * The raw public half and the private half. npm `hpke` opens nothing with the private half alone.
 * @typedef {{public: Bytes, private: CryptoKey}} KeyPair
 */

import { BadEnvelope, ID } from './shape.js';

const AGREEMENT = { name: 'ECDH', namedCurve: 'P-256' };
const SIGNING = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNED_WITH = { name: 'ECDSA', hash: 'SHA-256' };
const POINT = 65;
const UNCOMPRESSED = 4;
const SIGNATURE = 64;

/**
 * SHA-256 of a raw public key, 32 bytes.
 * @param {Bytes} raw
 */
export async function thumbprint(raw) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', raw));
}

/**
 * The first 16 bytes of the thumbprint: what an envelope's outside names.
 * @param {Bytes} raw
 */
export async function keyId(raw) {
  return (await thumbprint(raw)).slice(0, ID);
}

/** A fresh pair for HPKE, exportable. */
export function newAgreementPair() {
  return newPair(AGREEMENT, ['deriveBits']);
}

/** A fresh pair for signatures, exportable. */
export function newSigningPair() {
  return newPair(SIGNING, ['sign', 'verify']);
}

/**
 * The private half of a new pair as PKCS#8.
 * @param {KeyPair} pair
 */
export async function exportPrivate(pair) {
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.private));
}

/**
 * A pair for HPKE that cannot be exported. Throws `BadEnvelope` (`bad_key`).
 * @param {Bytes} pkcs8
 * @param {Bytes} raw the public half
 */
export function importAgreementPair(pkcs8, raw) {
  return importPair(AGREEMENT, ['deriveBits'], pkcs8, raw);
}

/**
 * A pair for signatures that cannot be exported. Throws `BadEnvelope` (`bad_key`).
 * @param {Bytes} pkcs8
 * @param {Bytes} raw the public half
 */
export function importSigningPair(pkcs8, raw) {
  return importPair(SIGNING, ['sign'], pkcs8, raw);
}

/**
 * A raw public key as HPKE wants it. Throws `BadEnvelope` (`bad_key`) for a point off the curve.
 * @param {Bytes} raw
 */
export function agreementKey(raw) {
  return importPublic(AGREEMENT, [], raw);
}

/**
 * ECDSA with SHA-256 as r then s, 64 bytes.
 * @param {KeyPair} pair
 * @param {Bytes} data
 */
export async function sign(pair, data) {
  return new Uint8Array(await crypto.subtle.sign(SIGNED_WITH, pair.private, data));
}

/**
 * Whether `signature` (exactly 64 bytes: Firefox would take fewer) is of `data`. Throws
 * `BadEnvelope` (`bad_key`) where `raw` is no key.
 * @param {Bytes} raw
 * @param {Bytes} signature
 * @param {Bytes} data
 */
export async function verifies(raw, signature, data) {
  const key = await importPublic(SIGNING, ['verify'], raw);
  if (signature.length !== SIGNATURE) return false;
  return crypto.subtle.verify(SIGNED_WITH, key, signature, data);
}

/**
 * @param {EcKeyGenParams} algorithm
 * @param {KeyUsage[]} uses
 * @returns {Promise<KeyPair>}
 */
async function newPair(algorithm, uses) {
  const pair = /** @type {CryptoKeyPair} */ (
    await crypto.subtle.generateKey(algorithm, true, uses)
  );
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { public: raw, private: pair.privateKey };
}

/**
 * @param {EcKeyImportParams} algorithm
 * @param {KeyUsage[]} uses
 * @param {Bytes} pkcs8
 * @param {Bytes} raw
 * @returns {Promise<KeyPair>}
 */
async function importPair(algorithm, uses, pkcs8, raw) {
  try {
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, uses);
    return { public: raw, private: key };
  } catch {
    throw new BadEnvelope('bad_key');
  }
}

/**
 * @param {EcKeyImportParams} algorithm
 * @param {KeyUsage[]} uses
 * @param {Bytes} raw
 */
async function importPublic(algorithm, uses, raw) {
  if (raw.length !== POINT || raw[0] !== UNCOMPRESSED) throw new BadEnvelope('bad_key');
  try {
    return await crypto.subtle.importKey('raw', raw, algorithm, true, uses);
  } catch {
    throw new BadEnvelope('bad_key');
  }
}
