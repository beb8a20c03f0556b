/** Open an envelope, or throw. There is no third outcome. */

/** @import { KeyPair } from './keys.js' */
/** @import { Place } from './place.js' */
/** @import { Bytes, Envelope, Sealed } from './shape.js' */
/** @import { Words } from './words.js' */

import { agreementKey, keyId, verifies } from './keys.js';
import { info, signed } from './place.js';
import { NONCE, SUITE } from './seal.js';
import { BadEnvelope, read, same, TO_ONE } from './shape.js';
import { fromBytes, unpad } from './words.js';

/**
 * The words of an envelope that was sealed for this place and signed by that writer.
 *
 * `keys` are the agreement pairs at hand (one that fits is enough); `recipients` are the raw
 * public keys that this writer was given, in order, whose thumbprints the signature covers;
 * `signedBy` is the writer's raw public key. Throws `BadEnvelope` for anything wrong.
 * @param {Bytes} data
 * @param {Place} place
 * @param {{keys: KeyPair[], recipients: Bytes[], signedBy: Bytes}} options
 * @returns {Promise<Words>}
 */
export async function openEnvelope(data, place, { keys, recipients, signedBy }) {
  const envelope = read(data);
  await checkRecipients(envelope, recipients);
  const { signature, words } = unpad(await insideOf(envelope, place, keys));
  const whole = await signed(place, recipients, envelope.envelopeId, words);
  if (!(await verifies(signedBy, signature, whole))) throw new BadEnvelope('bad_signature');
  return fromBytes(words);
}

/**
 * @param {Envelope} envelope
 * @param {Bytes[]} recipients
 */
async function checkRecipients(envelope, recipients) {
  const ids = await Promise.all(recipients.map(keyId));
  const parts = envelope.recipients;
  if (ids.length !== parts.length || !parts.every((part, at) => same(part.keyId, ids[at]))) {
    throw new BadEnvelope('unknown_key');
  }
}

/**
 * @param {Envelope} envelope
 * @param {Place} place
 * @param {KeyPair[]} keys
 */
async function insideOf(envelope, place, keys) {
  const { part, pair } = await fitting(envelope, keys);
  const about = info(place, envelope.envelopeId, part.keyId);
  try {
    const plain = await unwrap(part, pair, about);
    return envelope.suite === TO_ONE ? plain : await openBody(plain, envelope);
  } catch {
    throw new BadEnvelope('does_not_open');
  }
}

/**
 * @param {Envelope} envelope
 * @param {KeyPair[]} keys
 */
async function fitting(envelope, keys) {
  const ids = await Promise.all(keys.map((pair) => keyId(pair.public)));
  for (const part of envelope.recipients) {
    const pair = keys.find((_, at) => same(ids[at], part.keyId));
    if (pair) return { part, pair };
  }
  throw new BadEnvelope('unknown_key');
}

/**
 * @param {Sealed} part
 * @param {KeyPair} pair
 * @param {Bytes} about
 */
async function unwrap(part, pair, about) {
  const both = { privateKey: pair.private, publicKey: await agreementKey(pair.public) };
  const options = { info: about };
  return new Uint8Array(await SUITE.Open(both, part.encapsulated, part.ciphertext, options));
}

/**
 * @param {Bytes} contentKey
 * @param {Envelope} envelope
 */
async function openBody(contentKey, envelope) {
  const key = await crypto.subtle.importKey('raw', contentKey, 'AES-GCM', false, ['decrypt']);
  const how = { name: 'AES-GCM', iv: NONCE, additionalData: envelope.head };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, envelope.body));
}
