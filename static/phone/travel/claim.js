/**
 * Opening an invitation: once, on one phone, after a press of a button.
 *
 * The phone makes its keys and its token first and keeps them, so that an answer lost on the way
 * can be asked for again by this phone and by no other.
 */

/** @import { Secrets } from '../../envelope/invitation.js' */

import { fromHex, toHex } from '../../envelope/hex.js';
import { derive, openContents } from '../../envelope/invitation.js';
import { exportPrivate, newAgreementPair, newSigningPair } from '../../envelope/keys.js';
import { checkKeySet } from '../../envelope/keyset.js';
import { add, book, turnTo } from '../keep/spaces.js';
import { change, read } from '../keep/vault.js';
import { call } from './mailbox.js';

/** Contents that the council did not write as they stand. */
export class BadContents extends Error {
  code = 'bad_contents';
}

/**
 * Claim with the words, and turn to the new space (or to the one that they made before).
 * Throws `NoSignal`, `Refused`, `BadContents` or `NotSaved`; each can be tried again.
 * @param {string} words
 * @param {string} checkNumber
 */
export async function claim(words, checkNumber) {
  const secrets = await derive(words);
  const id = toHex(secrets.id);
  const known = (await book()).spaces.findIndex((space) => space.id === id);
  if (known >= 0) return turnTo(known);
  const pending = `pending/${id}`;
  const device = await prepared(pending);
  const sealed = await ask(secrets, id, checkNumber, device);
  const contents = await opened(sealed, secrets);
  const me = { ...device, ...contents, invitation: id, held: false };
  await add({ id }, me, pending);
}

/**
 * @param {Uint8Array<ArrayBuffer>} sealed
 * @param {Secrets} secrets
 */
async function opened(sealed, secrets) {
  try {
    const contents = await openContents(sealed, secrets);
    const set = await checkKeySet(contents.keys, fromHex(contents.root));
    if (set.council === contents.council.id) return contents;
  } catch (cause) {
    throw new BadContents('', { cause });
  }
  throw new BadContents();
}

/**
 * The keys and token that this phone claims with: the same ones however often it asks.
 * @param {string} pending
 */
async function prepared(pending) {
  const fresh = await newDevice();
  await change(async () => ({ [pending]: (await read(pending)) ?? fresh }));
  return read(pending);
}

async function newDevice() {
  const [agreement, signing] = await Promise.all([newAgreementPair(), newSigningPair()]);
  return {
    token: toHex(crypto.getRandomValues(new Uint8Array(32))),
    agreement: { public: toHex(agreement.public), private: toHex(await exportPrivate(agreement)) },
    signing: { public: toHex(signing.public), private: toHex(await exportPrivate(signing)) },
  };
}

/**
 * The sealed contents.
 * @param {Secrets} secrets
 * @param {string} id
 * @param {string} checkNumber
 * @param {any} device
 */
async function ask(secrets, id, checkNumber, device) {
  const token = await crypto.subtle.digest('SHA-256', fromHex(device.token));
  const tokenSha256 = new Uint8Array(token);
  const agreement = fromHex(device.agreement.public);
  const signing = fromHex(device.signing.public);
  return call('POST', 'claims', {
    json: {
      invitation: id,
      claim_key: toHex(secrets.claimKey),
      check_number: checkNumber || null,
      device: {
        agreement: device.agreement.public,
        signing: device.signing.public,
        token_sha256: toHex(tokenSha256),
        proof: toHex(await secrets.proof({ agreement, signing, tokenSha256 })),
      },
    },
  });
}
