/** Sealing and opening with keys at hand, rather than stored envelopes. */

/** @import { Place } from '../../../static/envelope/place.js' */
/** @import { Case, Keys } from './run.js' */

import { fromHex, toHex } from '../../../static/envelope/hex.js';
import {
  exportPrivate,
  importAgreementPair,
  importSigningPair,
  newAgreementPair,
  newSigningPair,
} from '../../../static/envelope/keys.js';
import { openEnvelope } from '../../../static/envelope/opening.js';
import { newId, SUITE, seal as sealEnvelope } from '../../../static/envelope/seal.js';

/**
 * An envelope as hexadecimal, made here for others to open.
 * @param {string} given JSON: a case with `words`, `recipients` and `signed_by`, and `named` keys
 */
export async function seal(given) {
  const { one, named } = JSON.parse(given);
  return toHex(await sealed(one, named));
}

/**
 * RFC 9180's ciphertexts, opened one after the other by the suite that the envelope uses.
 * @param {Case} one
 */
export async function rfc9180({ skRm, pkRm, enc, info, sent }) {
  const both = {
    privateKey: await SUITE.DeserializePrivateKey(fromHex(skRm), true),
    publicKey: await SUITE.DeserializePublicKey(fromHex(pkRm)),
  };
  const context = await SUITE.SetupRecipient(both, fromHex(enc), { info: fromHex(info) });
  const plain = [];
  for (const { ct, aad } of sent) {
    plain.push(toHex(new Uint8Array(await context.Open(fromHex(ct), fromHex(aad)))));
  }
  return plain;
}

/**
 * Words there and back under new keys that were exported and imported once.
 * @param {Case} one
 */
export async function roundTrip({ direction, readers, words }) {
  const to = await Promise.all(Array.from({ length: readers }, keptAgreementPair));
  const by = await keptSigningPair();
  const here = place({ direction, council: 'norfolk', box: toHex(newId()) });
  const recipients = to.map((pair) => pair.public);
  const data = await sealEnvelope(words, here, { to: recipients, by, envelopeId: newId() });
  const keys = to.slice(-1);
  return {
    words: await openEnvelope(data, here, { keys, recipients, signedBy: by.public }),
    extractable: [...to, by].some((pair) => pair.private.extractable),
  };
}

/**
 * The size of an envelope of a text as long as the case says.
 * @param {Case} one
 * @param {Keys} keys
 */
export async function sealedSize(one, keys) {
  const words = { a: 'x'.repeat(one.times) };
  return (await sealed({ ...one, words }, keys)).length;
}

/**
 * @param {Case} one
 * @returns {Place}
 */
export function place({ direction, council, box }) {
  return { direction, council, box: fromHex(box) };
}

/**
 * @param {Case} one
 * @param {Keys} keys
 */
async function sealed(one, keys) {
  const writer = keys[one.signed_by];
  return sealEnvelope(one.words, place(one), {
    to: one.recipients.map((/** @type {string} */ name) => fromHex(keys[name]?.public ?? name)),
    by: await importSigningPair(fromHex(writer.private), fromHex(writer.public)),
    envelopeId: fromHex(one.envelope_id),
  });
}

async function keptAgreementPair() {
  const pair = await newAgreementPair();
  return importAgreementPair(await exportPrivate(pair), pair.public);
}

async function keptSigningPair() {
  const pair = await newSigningPair();
  return importSigningPair(await exportPrivate(pair), pair.public);
}
