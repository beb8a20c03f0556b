/**
 * Sealed envelopes that wait on this phone. Each is made once, with its id, and never changed.
 *
 * It is done with only on a receipt that the record signed, never on the mailbox's answer. Any
 * that has no receipt is sent again when the app is next opened: the mailbox and the record both
 * know an envelope that they have seen.
 */

/** @import { Bytes } from '../../envelope/shape.js' */
/** @typedef {{id: string, bytes: Bytes}} Item */
/** @import { Answer } from '../answers/controls.js' */
/**
 * What the pages gave, as it is sent, and what the draft keeps.
 * @typedef {{given: Map<string, Answer>, answers: any[], rest: Record<string, Answer>}} Taken
 */
/**
 * What holds for a whole sending; `urgent`, `beside` and an advocate's `said_yes` only where they
 * were said, `written_on` where it was written before today.
 * @typedef {{form: string, version: string, language: string, urgent?: true, said_yes?: boolean,
 *   beside?: {how: string, who: string}, written_on?: string}} About
 */
/** @typedef {(question: string) => About} AboutOf by the form of a question */

import { fromHex, toHex } from '../../envelope/hex.js';
import { wellFormed } from '../../envelope/words.js';
import { today } from '../keep/days.js';
import { entry } from '../keep/spaces.js';
import { change, names, read } from '../keep/vault.js';
import { copied, copiesOf, waits } from './copies.js';
import { finished } from './errands.js';
import { arrived, attached } from './pieces.js';
import { sealed } from './sealed.js';
import { leavesNothing, unsaid } from './unsaid.js';

/** How much is put in one envelope before the next is begun, in UTF-8 bytes. */
const FULL = 200 * 1024;

/**
 * Seal what is given and keep it to be sent; the draft keeps the rest, in the same write. Within
 * one turn: what a second press finds is what the first has left.
 * Throws `NotSaved` or `BadEnvelope` (`too_large`), and then nothing has changed.
 * @param {number} space
 * @param {() => Promise<Taken>} take
 * @param {AboutOf} aboutOf
 * @param {(given: Map<string, Answer>) => void} kept called once it is kept, before anything else
 *   is saved
 */
export function post(space, take, aboutOf, kept) {
  /** @type {Map<string, Answer>} */
  let given = new Map();
  return change(
    async () => {
      const taken = await take();
      given = taken.given;
      if (!given.size) return {};
      const sending = await sendingOf(space, taken.answers, aboutOf);
      return { [entry(space, 'draft')]: taken.rest, ...sending };
    },
    () => kept(given),
  );
}

/**
 * What changes when these answers are sealed and kept to be sent: each form in envelopes of its own.
 * @param {number} space
 * @param {any[]} answers as they stand in the words
 * @param {AboutOf} aboutOf
 * @param {Record<string, any>} [said] what was said from here before
 */
export async function sendingOf(space, answers, aboutOf, said) {
  const me = await read(entry(space, 'me'));
  const before = said ?? (await read(entry(space, 'said'))) ?? {};
  const { sent, changes: pieces } = await attached(space, me, answers);
  const now = { ...before };
  /** @type {Record<string, any>} */
  const changes = { ...pieces, [entry(space, 'said')]: now };
  for (const { about, part } of byForm(sent, aboutOf)) {
    const words = wellFormed({ kind: 'views', written_on: today(), ...about, answers: part });
    const { id, bytes } = await sealed(me, words);
    changes[entry(space, `out/${id}`)] = bytes;
    now[id] = { on: words.written_on, answers: words.answers, about, at: 'phone' };
  }
  return changes;
}

/**
 * The envelopes of this space that have no receipt yet.
 * @param {number} space
 * @returns {Promise<Item[]>}
 */
export async function waiting(space) {
  const copies = await copiesOf(space);
  const found = [];
  for (const name of await names(entry(space, 'out/'))) {
    const id = name.split('/')[2];
    const kept = waits(copies, id) && (await read(name));
    if (kept) found.push({ id, bytes: bytesOf(kept) });
  }
  return found;
}

/**
 * What a receipt lets us forget, as changes to write: only bytes that the record really has. The
 * sealed bytes stay as copies for a while.
 * @param {number} space
 * @param {{id: string, sha256: string}[]} received
 */
export async function forgotten(space, received) {
  const said = (await read(entry(space, 'said'))) ?? {};
  /** @type {Record<string, any>} */
  const changes = { [entry(space, 'said')]: said };
  const gone = [];
  for (const { id, sha256 } of received) {
    const kept = await read(entry(space, `out/${id}`));
    if (!kept || sha256 !== (await hashOf(bytesOf(kept)))) continue;
    gone.push({ id, size: bytesOf(kept).length });
    if (!said[id]) continue;
    said[id].at = 'received';
    delete said[id].about; // it served to seal it anew
    if (await leavesNothing()) said[id].answers = unsaid(said[id].answers);
  }
  const ids = gone.map(({ id }) => id);
  const rest = [copied(space, gone), arrived(space, ids), finished(space, ids)];
  return Object.assign(changes, ...(await Promise.all(rest)));
}

/**
 * An envelope's bytes; an earlier version kept them as hexadecimal.
 * @param {Bytes | {bytes: string}} kept
 * @returns {Bytes}
 */
function bytesOf(kept) {
  return kept instanceof Uint8Array ? kept : fromHex(kept.bytes);
}

/**
 * @param {any[]} answers
 * @param {AboutOf} aboutOf
 */
function byForm(answers, aboutOf) {
  /** @type {Map<string, {about: About, some: any[]}>} */
  const forms = new Map();
  for (const answer of answers) {
    const about = aboutOf(answer.question);
    const { some } = forms.get(about.form) ?? { some: [] };
    forms.set(about.form, { about, some: [...some, answer] });
  }
  return [...forms.values()].flatMap(({ about, some }) =>
    parts(some).map((part) => ({ about, part })),
  );
}

/** @param {any[]} answers */
function parts(answers) {
  /** @type {any[][]} */
  const made = [];
  let room = 0;
  for (const answer of answers) {
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
