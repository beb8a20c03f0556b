/**
 * What comes from the council: opened, kept, and only then taken off the mailbox.
 *
 * Anything that does not open is counted and shown, and never holds up the next.
 */

/** @import { Bytes } from '../../envelope/shape.js' */

import { fromHex, toHex } from '../../envelope/hex.js';
import { checkKeySet } from '../../envelope/keyset.js';
import { openEnvelope } from '../../envelope/opening.js';
import { BadEnvelope, ID } from '../../envelope/shape.js';
import { entry } from '../keep/spaces.js';
import { change, read } from '../keep/vault.js';
import { unframed } from './frames.js';
import { call } from './mailbox.js';
import { agreementPair, place } from './me.js';
import { forgotten } from './outbox.js';

/** Where an envelope's id lies: it is there even in one that does not open. */
const AT = 4 + ID;

/**
 * Fetch, open and keep everything that waits for this space. True if anything came.
 * @param {number} space
 * @param {any} me
 */
export async function collect(space, me) {
  let came = false;
  for (;;) {
    const answer = await call('GET', `boxes/${me.box}/frames/down`, { token: me.token });
    const envelopes = unframed(new Uint8Array(await answer.arrayBuffer()));
    if (!envelopes.length) return came;
    for (const bytes of envelopes) await take(space, bytes);
    const ids = envelopes.map((bytes) => toHex(bytes.slice(AT, AT + ID)));
    await call('POST', `boxes/${me.box}/down/held`, { token: me.token, json: { ids } });
    came = true;
  }
}

/**
 * @param {number} space
 * @param {Bytes} bytes
 */
function take(space, bytes) {
  return change(async () => {
    const me = await read(entry(space, 'me'));
    try {
      return await changesOf(space, me, await opened(me, bytes));
    } catch (wrong) {
      if (!(wrong instanceof BadEnvelope)) throw wrong;
      return { [entry(space, 'me')]: { ...me, unreadable: (me.unreadable ?? 0) + 1 } };
    }
  });
}

/**
 * @param {any} me
 * @param {Bytes} bytes
 */
async function opened(me, bytes) {
  const pair = await agreementPair(me.agreement);
  const options = {
    keys: [pair],
    recipients: [pair.public],
    signedBy: fromHex(me.keys.set.signing),
  };
  return openEnvelope(bytes, place(me, 'down'), options);
}

/**
 * What one message changes on this phone. An older one than we have changes nothing.
 * @param {number} space
 * @param {any} me
 * @param {any} words
 * @returns {Promise<Record<string, any>>}
 */
async function changesOf(space, me, words) {
  if (words.kind === 'receipt') return forgotten(space, words.received);
  if (words.kind === 'keys') return newKeys(space, me, words.signed);
  if (words.kind === 'about') return newAbout(space, me, words);
  if (words.kind !== 'points' && words.kind !== 'publication') return {};
  const had = await read(entry(space, words.kind));
  return had?.serial >= words.serial ? {} : { [entry(space, words.kind)]: words };
}

/**
 * The meeting moved, or somebody changed: what the invitation said of them is replaced.
 * @param {number} space
 * @param {any} me
 * @param {any} about
 */
function newAbout(space, me, { serial, meeting, people, numbers, worker, chair }) {
  if (me.about >= serial) return {};
  const changed = { meeting, people, numbers, worker, chair, about: serial };
  return { [entry(space, 'me')]: { ...me, ...changed } };
}

/**
 * @param {number} space
 * @param {any} me
 * @param {any} signed
 */
async function newKeys(space, me, signed) {
  const set = await checkKeySet(signed, fromHex(me.root));
  const newer = set.council === me.council.id && set.serial > me.keys.set.serial;
  return newer ? { [entry(space, 'me')]: { ...me, keys: signed } } : {};
}
