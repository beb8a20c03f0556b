/** What each kind of case asks of the browser's envelope. `walk.py` asks the same of Python's. */

/** @import { Bytes } from '../../../static/envelope/shape.js' */
/** @import { Case, Keys } from './run.js' */

import { fromHex, toHex } from '../../../static/envelope/hex.js';
import { derive, normalise, openContents, Secrets } from '../../../static/envelope/invitation.js';
import { importAgreementPair, verifies } from '../../../static/envelope/keys.js';
import { checkKeySet } from '../../../static/envelope/keyset.js';
import { openEnvelope } from '../../../static/envelope/opening.js';
import { fromBytes, toBytes, wellFormed } from '../../../static/envelope/words.js';
import { place, rfc9180, roundTrip, sealedSize } from './live.js';
import { openBySecond } from './second.js';

/** @type {Record<string, (one: Case, keys: Keys) => any>} */
export const KINDS = {
  opens: opened,
  refused: opened,
  opensBySecond: openBySecond,
  verifies: (one) => verifies(fromHex(one.public), fromHex(one.signature), fromHex(one.data)),
  key_sets: async (one, keys) =>
    hexed(await checkKeySet(one.signed, fromHex(keys[one.root].public))),
  derives: async (one) => snakes(hexed({ ...(await derive(one.typed)) })),
  proves: async (one) => toHex(await secrets(one).proof(device(one))),
  normalises: (one) => normalise(one.typed),
  contents: (one) => openContents(fromHex(one.sealed), secrets(one)),
  reads: (one) => fromBytes(fromHex(one.bytes)),
  writes: (one) => toHex(toBytes(one.words)),
  mends: (one) => wellFormed(one.value),
  rfc9180,
  roundTrips: roundTrip,
  seals: sealedSize,
};

/**
 * @param {Case} one
 * @param {Keys} keys
 */
async function opened(one, keys) {
  return openEnvelope(fromHex(one.envelope), place(one), {
    keys: await Promise.all(one.keys.map((/** @type {string} */ name) => agreement(keys[name]))),
    recipients: one.recipients.map((/** @type {string} */ name) => fromHex(keys[name].public)),
    signedBy: fromHex(keys[one.signed_by].public),
  });
}

/** @param {{private: string, public: string}} key */
function agreement(key) {
  return importAgreementPair(fromHex(key.private), fromHex(key.public));
}

/** @param {Case} one */
function secrets({ secrets: given }) {
  return new Secrets({
    id: fromHex(given.id),
    claimKey: fromHex(given.claim_key),
    contentsKey: fromHex(given.contents_key),
    deviceKey: fromHex(given.device_key),
  });
}

/** @param {Case} one */
function device({ agreement, signing, token_sha256 }) {
  return {
    agreement: fromHex(agreement),
    signing: fromHex(signing),
    tokenSha256: fromHex(token_sha256),
  };
}

/** @param {Record<string, any>} named */
function hexed(named) {
  const told = Object.entries(named).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? toHex(/** @type {Bytes} */ (value)) : value,
  ]);
  return Object.fromEntries(told);
}

/** @param {Record<string, any>} named */
function snakes(named) {
  const snake = (/** @type {string} */ name) =>
    name.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`);
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [snake(name), value]));
}
