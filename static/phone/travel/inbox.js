/**
 * What comes from the council: opened, kept, and only then taken off the mailbox.
 *
 * Anything that does not open is counted, shown and told to the record (`unusable.js`), and never
 * holds up the next.
 */

/** @import { Bytes } from '../../envelope/shape.js' */

import { fromHex, toHex } from '../../envelope/hex.js';
import { checkKeySet } from '../../envelope/keyset.js';
import { openEnvelope } from '../../envelope/opening.js';
import { ID } from '../../envelope/shape.js';
import { entry } from '../keep/spaces.js';
import { NotSaved } from '../keep/store.js';
import { change, read, readAll, WrongPin } from '../keep/vault.js';
import { begins, epochBegun, newestOf } from './epoch.js';
import { unframed } from './frames.js';
import { call } from './mailbox.js';
import { agreementPair, place } from './me.js';
import { forgotten } from './outbox.js';
import { newReport, newReports } from './reports.js';
import { tryAll } from './sending.js';
import { SHAPES } from './shapes.js';
import { leavesNothing, unsaid } from './unsaid.js';
import { reasonOf, tellUnusable, unusable } from './unusable.js';

/** Where an envelope's id lies: it is there even in one that does not open. */
const AT = 4 + ID;

/** @typedef {{space: number, me: any, words: any}} Message opened, and whose it is */

/**
 * What a message of each kind changes on this phone; an older one than we have changes nothing.
 * @type {Record<string, (message: Message) => any>}
 */
const KINDS = {
  receipt: ({ space, words }) => forgotten(space, words.received),
  keys: newKeys,
  about: newAbout,
  points: newPoints,
  publication: newPublication,
  reports: newReports,
  report: newReport,
  asked: newer,
  access: newAccess,
  again: async () => ({}),
  shared: newer,
  to_approve: newer,
};

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
    if (!fresh.length) return tellUnusable(space);
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
async function take(space, bytes) {
  let begun = false;
  await change(async () => {
    const me = await read(entry(space, 'me'));
    try {
      const words = await opened(me, bytes);
      begun = begins(me, words);
      if (begun) return await epochBegun(space, me, words.epoch);
      return await changesOf({ space, me, words }, idOf(bytes));
    } catch (wrong) {
      if (wrong instanceof NotSaved || wrong instanceof WrongPin) throw wrong;
      return unusable(space, idOf(bytes), reasonOf(wrong));
    }
  });
  if (!begun) return;
  tryAll();
  await take(space, bytes);
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
 * What one message changes. One that this version does not know, or could not show, is put by.
 * @param {Message} message
 * @param {string} id
 * @returns {Record<string, any> | Promise<Record<string, any>>}
 */
function changesOf(message, id) {
  const { space, words } = message;
  const change = KINDS[words.kind];
  if (!change) return unusable(space, id, 'unknown_kind', words);
  if (!SHAPES[words.kind](words)) return unusable(space, id, 'odd_shape', words);
  return change(message);
}

/**
 * Take up what an earlier version could not use and this one can.
 * @param {number} space
 */
export async function takeUp(space) {
  for (const [name, words] of await readAll(entry(space, 'later/'))) {
    if (!KINDS[words.kind] || !SHAPES[words.kind](words)) continue;
    await change(async () => {
      const me = await read(entry(space, 'me'));
      if (begins(me, words)) return epochBegun(space, me, words.epoch);
      return { ...(await KINDS[words.kind]({ space, me, words })), [name]: undefined };
    });
  }
}

/** @param {Message} message */
async function newPoints({ words, ...message }) {
  const points = (await leavesNothing()) ? unsaid(words.points) : words.points;
  return newer({ ...message, words: { ...words, points } });
}

/** @param {Message} message */
async function newer({ space, words }) {
  const had = await read(entry(space, words.kind));
  return had?.serial >= words.serial ? {} : { [entry(space, words.kind)]: words };
}

/**
 * What the record knows of a choice never takes the place of a later one that is known here: a
 * restored record may have lost it.
 * @param {Message} message
 */
async function newAccess({ space, me, words }) {
  const had = await read(entry(space, 'access'));
  const given = newestOf(had?.given ?? [], words.given);
  return newer({ space, me, words: { ...words, given } });
}

/**
 * The one that was there is kept beside it, so that what is new can be told.
 * @param {Message} message
 */
async function newPublication({ space, words }) {
  const had = await read(entry(space, 'publication'));
  if (had?.serial >= words.serial) return {};
  return { [entry(space, 'publication')]: words, [entry(space, 'before')]: had };
}

/**
 * The meeting moved, or somebody changed: what the invitation said of them is replaced.
 * @param {Message} message
 */
function newAbout({ space, me, words: { kind: _, serial, ...said } }) {
  if (me.about >= serial) return {};
  return { [entry(space, 'me')]: { ...me, ...said, about: serial } };
}

/** @param {Message} message */
async function newKeys({ space, me, words: { signed } }) {
  const set = await checkKeySet(signed, fromHex(me.root));
  const isNewer = set.council === me.council.id && set.serial > me.keys.set.serial;
  return isNewer ? { [entry(space, 'me')]: { ...me, keys: signed } } : {};
}
