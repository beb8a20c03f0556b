/**
 * What comes from the council: opened, kept, and only then taken off the mailbox.
 *
 * Anything that does not open is counted and shown, and never holds up the next.
 */

/** @import { Bytes } from '../../envelope/shape.js' */

import { fromHex, toHex } from '../../envelope/hex.js';
import { checkKeySet } from '../../envelope/keyset.js';
import { openEnvelope } from '../../envelope/opening.js';
import { ID } from '../../envelope/shape.js';
import { entry } from '../keep/spaces.js';
import { NotSaved } from '../keep/store.js';
import { change, read, WrongPin } from '../keep/vault.js';
import { unframed } from './frames.js';
import { call } from './mailbox.js';
import { agreementPair, place } from './me.js';
import { forgotten } from './outbox.js';

/** Where an envelope's id lies: it is there even in one that does not open. */
const AT = 4 + ID;

const { isArray } = Array;
const isThere = (/** @type {any} */ part) => part instanceof Object;
const isThereOrNot = (/** @type {any} */ part) => part === null || isThere(part);
const ABOUT = {
  meeting: isThere,
  people: isArray,
  numbers: isArray,
  worker: isThere,
  chair: isThere,
};
const POINTS = { points: isArray };
const PUBLICATION = { letter: isThereOrNot, plan: isThereOrNot, happened: isArray };

/**
 * Fetch, open and keep everything that waits for this space.
 * @param {number} space
 * @param {any} me
 */
export async function collect(space, me) {
  const seen = new Set();
  for (;;) {
    const said = await call('GET', `boxes/${me.box}/frames/down`, { token: me.token });
    const fresh = unframed(said).filter((bytes) => isNew(bytes, seen));
    if (!fresh.length) return;
    for (const bytes of fresh) await take(space, bytes);
    const ids = fresh.map(idOf);
    await call('POST', `boxes/${me.box}/down/held`, { token: me.token, json: { ids } });
  }
}

/**
 * What is too short to have an id cannot be taken off the mailbox, nor asked for again and again.
 * @param {Bytes} bytes
 * @param {Set<string>} seen
 */
function isNew(bytes, seen) {
  const id = idOf(bytes);
  return id.length === 2 * ID && !seen.has(id) && seen.add(id);
}

/** @param {Bytes} bytes */
function idOf(bytes) {
  return toHex(bytes.slice(AT, AT + ID));
}

/**
 * @param {number} space
 * @param {Bytes} bytes
 */
function take(space, bytes) {
  return change(async () => {
    const me = await read(entry(space, 'me'));
    try {
      return await changesOf(space, me, await opened(me, bytes), idOf(bytes));
    } catch (wrong) {
      if (wrong instanceof NotSaved || wrong instanceof WrongPin) throw wrong;
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
 * What one message changes on this phone. An older one than we have changes nothing; one of a kind
 * that this version does not know is kept for one that does.
 * @param {number} space
 * @param {any} me
 * @param {any} words
 * @param {string} id
 * @returns {Record<string, any> | Promise<Record<string, any>>}
 */
function changesOf(space, me, words, id) {
  if (words.kind === 'receipt') return forgotten(space, words.received);
  if (words.kind === 'keys') return newKeys(space, me, words.signed);
  if (words.kind === 'about') return newAbout(space, me, whole(words, ABOUT));
  if (words.kind === 'points') return newer(space, whole(words, POINTS));
  if (words.kind === 'publication') return newer(space, whole(words, PUBLICATION));
  return { [entry(space, `later/${id}`)]: words };
}

/**
 * @param {number} space
 * @param {any} words
 */
async function newer(space, words) {
  const had = await read(entry(space, words.kind));
  return had?.serial >= words.serial ? {} : { [entry(space, words.kind)]: words };
}

/**
 * The same words, once each part is of the sort that our pages need. Throws `TypeError`.
 * @param {any} words
 * @param {Record<string, (part: any) => boolean>} parts
 */
function whole(words, parts) {
  if (!Number.isSafeInteger(words.serial)) throw new TypeError('serial');
  for (const [part, isSound] of Object.entries(parts)) {
    if (!isSound(words[part])) throw new TypeError(part);
  }
  return words;
}

/**
 * The meeting moved, or somebody changed: what the invitation said of them is replaced.
 * @param {number} space
 * @param {any} me
 * @param {any} about
 */
function newAbout(space, me, { kind: _, serial, ...said }) {
  if (me.about >= serial) return {};
  return { [entry(space, 'me')]: { ...me, ...said, about: serial } };
}

/**
 * @param {number} space
 * @param {any} me
 * @param {any} signed
 */
async function newKeys(space, me, signed) {
  const set = await checkKeySet(signed, fromHex(me.root));
  const isNewer = set.council === me.council.id && set.serial > me.keys.set.serial;
  return isNewer ? { [entry(space, 'me')]: { ...me, keys: signed } } : {};
}
