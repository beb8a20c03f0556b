/**
 * What the council has received stays here as it was sealed, for 14 days: a record that is restored
 * to an earlier moment has lost it, and asks for it. It is sealed to the council's keys, so nobody
 * can read it on this phone, with PIN or without.
 *
 * An envelope keeps its entry `<n>/out/<id>`; `<n>/copies` says which of them are copies, since
 * when, how large, and which are to be sent once more. Days are this phone's: where its clock was
 * set back a copy is kept for longer, where it was set ahead for less.
 */

/** @typedef {{on: string, size: number, again?: boolean}} Copy */
/** @typedef {Record<string, Copy>} Copies by the envelope's id */

import { today } from '../keep/days.js';
import { entry } from '../keep/spaces.js';
import { read } from '../keep/vault.js';

const DAYS = 14;
const A_DAY = 24 * 60 * 60 * 1000;
/** Bytes of all copies of one space. */
const MOST = 32 * 1024 * 1024;

/**
 * @param {number} space
 * @returns {Promise<Copies>}
 */
export async function copiesOf(space) {
  return (await read(entry(space, 'copies'))) ?? {};
}

/**
 * Whether an envelope is still to be sent, by what is known of the copies.
 * @param {Copies} copies
 * @param {string} id
 */
export function waits(copies, id) {
  return copies[id]?.again ?? !(id in copies);
}

/**
 * These were received: they are copies from now on, or again.
 * @param {number} space
 * @param {{id: string, size: number}[]} received
 */
export async function copied(space, received) {
  const copies = await copiesOf(space);
  for (const { id, size } of received) copies[id] = { on: copies[id]?.on ?? today(), size };
  return received.length ? { [entry(space, 'copies')]: copies } : {};
}

/**
 * All of them are to be sent once more.
 * @param {number} space
 */
export async function allAgain(space) {
  const copies = Object.entries(await copiesOf(space));
  const again = copies.map(([id, copy]) => [id, { ...copy, again: true }]);
  return { [entry(space, 'copies')]: Object.fromEntries(again) };
}

/**
 * What is too old, or too much, leaves this phone; the oldest first. What is to be sent stays.
 * @param {number} space
 */
export async function withoutOld(space) {
  const copies = await copiesOf(space);
  const now = today();
  const early = Object.values(copies).filter(({ on }) => on > now);
  for (const copy of early) copy.on = now;
  const gone = tooOldOrMuch(copies, now);
  return gone.length || early.length ? without(space, copies, gone) : {};
}

/**
 * The invitation was taken back: there is nobody any more who could ask for them.
 * @param {number} space
 */
export async function withoutAll(space) {
  const copies = await copiesOf(space);
  const all = Object.keys(copies);
  return all.length ? without(space, copies, all) : {};
}

/**
 * @param {Copies} copies
 * @param {string} now
 */
function tooOldOrMuch(copies, now) {
  const oldest = Date.parse(now) - DAYS * A_DAY;
  const newestFirst = Object.entries(copies).sort(([, one], [, other]) =>
    one.on < other.on ? 1 : -1,
  );
  let room = MOST;
  const gone = newestFirst.filter(([, { on, size, again }]) => {
    room -= size;
    return !again && (room < 0 || Date.parse(on) < oldest);
  });
  return gone.map(([id]) => id);
}

/**
 * @param {number} space
 * @param {Copies} copies
 * @param {string[]} gone
 */
function without(space, copies, gone) {
  const rest = Object.entries(copies).filter(([id]) => !gone.includes(id));
  return {
    [entry(space, 'copies')]: Object.fromEntries(rest),
    ...Object.fromEntries(gone.map((id) => [entry(space, `out/${id}`), undefined])),
  };
}
