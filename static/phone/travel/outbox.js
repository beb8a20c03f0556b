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
import { today } from '../keep/days.js';
import { entry } from '../keep/spaces.js';
import { change, read, readAll } from '../keep/vault.js';
import { place, recipients, signingPair } from './me.js';
import { leavesNothing, unsaid } from './unsaid.js';

/** How much is put in one envelope before the next is begun, in UTF-8 bytes. */
const FULL = 200 * 1024;
/**
 * Seal what is given and keep it to be sent; the draft keeps the rest, in the same write. Within
 * one turn: what a second press finds is what the first has left.
 * Throws `NotSaved` or `BadEnvelope` (`too_large`), and then nothing has changed.
 * @param {number} space
 * @param {() => Promise<{given: Map<string, Answer>, rest: Record<string, Answer>}>} take
 * @param {{form: string, version: string, language: string}} about
 * @param {(given: Map<string, Answer>) => void} kept called once it is kept, before anything else
 *   is saved
 */
export function post(space, take, about, kept) {
  /** @type {Map<string, Answer>} */
  let given = new Map();
  return change(
    async () => {
      const taken = await take();
      given = taken.given;
      return given.size ? sendingOf(space, taken, about) : {};
    },
    () => kept(given),
  );
}

/**
 * @param {number} space
 * @param {{given: Map<string, Answer>, rest: Record<string, Answer>}} taken
 * @param {{form: string, version: string, language: string}} about
 */
async function sendingOf(space, { given, rest }, about) {
  const me = await read(entry(space, 'me'));
  const said = (await read(entry(space, 'said'))) ?? {};
  /** @type {Record<string, any>} */
  const changes = { [entry(space, 'draft')]: rest, [entry(space, 'said')]: said };
  for (const part of parts(given)) {
    const words = wellFormed({ kind: 'views', ...about, written_on: today(), answers: part });
    const { id, bytes } = await sealed(me, words);
    changes[entry(space, `out/${id}`)] = { id, bytes: toHex(bytes) };
    said[id] = { on: words.written_on, answers: words.answers, at: 'phone' };
  }
  return changes;
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
    if (!said[id]) continue;
    said[id].at = 'received';
    if (await leavesNothing()) said[id].answers = unsaid(said[id].answers);
  }
  return changes;
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
