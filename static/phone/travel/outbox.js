/**
 * Sealed envelopes that wait on this phone. Each is made once, with its id, and never changed.
 *
 * It is forgotten only on a receipt that the record signed, never on the mailbox's answer. Any
 * that has no receipt is sent again when the app is next opened: the mailbox and the record both
 * know an envelope that they have seen.
 */

/** @import { Bytes } from '../../envelope/shape.js' */
/** @typedef {{id: string, bytes: Bytes}} Item */
/** @typedef {{value: any, audience: string}} Answer */

import { fromHex, toHex } from '../../envelope/hex.js';
import { newId, seal } from '../../envelope/seal.js';
import { wellFormed } from '../../envelope/words.js';
import { entry } from '../keep/spaces.js';
import { change, read, readAll } from '../keep/vault.js';
import { framed, parcels } from './frames.js';
import { call } from './mailbox.js';
import { place, recipients, signingPair } from './me.js';

/** How much is put in one envelope before the next is begun, in UTF-8 bytes. */
const FULL = 200 * 1024;

/** @type {Set<string>} */
const takenByMailbox = new Set();

/**
 * Seal these answers and keep them to be sent; forget the draft in the same write.
 * Throws `NotSaved` or `BadEnvelope` (`too_large`), and then nothing has changed.
 * @param {number} space
 * @param {Map<string, Answer>} answers
 * @param {{form: string, version: string, language: string}} about
 * @param {() => void} kept called once they are kept, before anything else is saved
 */
export function post(space, answers, about, kept) {
  return change(async () => {
    const me = await read(entry(space, 'me'));
    const said = (await read(entry(space, 'said'))) ?? {};
    /** @type {Record<string, any>} */
    const changes = { [entry(space, 'draft')]: undefined, [entry(space, 'said')]: said };
    for (const part of parts(answers)) {
      const words = wellFormed({ kind: 'views', ...about, written_on: today(), answers: part });
      const { id, bytes } = await sealed(me, words);
      changes[entry(space, `out/${id}`)] = { id, bytes: toHex(bytes) };
      said[id] = { on: words.written_on, answers: words.answers, at: 'phone' };
    }
    return changes;
  }, kept);
}

/**
 * Send what waits. One bad item never holds up another.
 * @param {number} space
 * @param {any} me
 */
export async function send(space, me) {
  const items = (await waiting(space)).filter((item) => !takenByMailbox.has(item.id));
  for (const parcel of parcels(items)) {
    const taken = await deliver(me, parcel);
    for (const id of taken) takenByMailbox.add(id);
    if (taken.length) await mark(space, taken);
  }
}

/**
 * The envelopes of this space that have no receipt yet.
 * @param {number} space
 * @returns {Promise<Item[]>}
 */
export async function waiting(space) {
  const kept = await readAll(entry(space, 'out/'));
  return [...kept.values()].map(({ id, bytes }) => ({ id, bytes: fromHex(bytes) }));
}

/**
 * What a receipt lets us forget, as changes to write: only bytes that the record really has.
 * @param {number} space
 * @param {{id: string, sha256: string}[]} received
 */
export async function forgotten(space, received) {
  const said = (await read(entry(space, 'said'))) ?? {};
  /** @type {Record<string, any>} */
  const changes = { [entry(space, 'said')]: said };
  for (const { id, sha256 } of received) {
    const kept = await read(entry(space, `out/${id}`));
    if (!kept || sha256 !== (await hashOf(fromHex(kept.bytes)))) continue;
    changes[entry(space, `out/${id}`)] = undefined;
    if (said[id]) said[id].at = 'received';
  }
  return changes;
}

/**
 * @param {any} me
 * @param {Item[]} parcel
 * @returns {Promise<string[]>} ids that the mailbox has
 */
async function deliver(me, parcel) {
  if (parcel.length === 1) {
    const [{ id, bytes }] = parcel;
    await call('PUT', `boxes/${me.box}/up/${id}`, { token: me.token, bytes });
    return [id];
  }
  const bytes = framed(parcel.map((item) => item.bytes));
  const answer = await call('POST', `boxes/${me.box}/frames/up`, { token: me.token, bytes });
  const { results } = await answer.json();
  return results
    .filter((/** @type {{status: number}} */ { status }) => status < 300)
    .map((/** @type {{id: string}} */ { id }) => id);
}

/**
 * @param {number} space
 * @param {string[]} ids
 */
function mark(space, ids) {
  return change(async () => {
    const said = (await read(entry(space, 'said'))) ?? {};
    for (const id of ids) if (said[id]?.at === 'phone') said[id].at = 'mailbox';
    return { [entry(space, 'said')]: said };
  });
}

/**
 * @param {any} me
 * @param {any} words
 */
async function sealed(me, words) {
  const envelopeId = newId();
  const by = await signingPair(me.signing);
  const bytes = await seal(words, place(me, 'up'), { to: recipients(me), by, envelopeId });
  return { id: toHex(envelopeId), bytes };
}

/** @param {Map<string, Answer>} answers */
function parts(answers) {
  /** @type {any[][]} */
  const made = [];
  let room = 0;
  for (const [question, { value, audience }] of answers) {
    const answer = { question, audience, value };
    const size = new TextEncoder().encode(JSON.stringify(answer)).length;
    if (size > room) {
      made.push([]);
      room = FULL;
    }
    made[made.length - 1].push(answer);
    room -= size;
  }
  return made;
}

/** @param {Bytes} bytes */
async function hashOf(bytes) {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
