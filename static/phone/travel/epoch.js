/**
 * A record that was restored is in a new epoch, and every message from it says so. What this phone
 * then does, once: it sends again the copies that it has, and what it last chose about each
 * advocate; the record believes its own memory of that no longer.
 */

import { entry } from '../keep/spaces.js';
import { read } from '../keep/vault.js';
import { allAgain } from './copies.js';
import { errands } from './errands.js';
import { sealed } from './sealed.js';

/** @typedef {{reader: string, parts: string[], n: number}} Choice */

/**
 * Whether a message begins an epoch here. One that bears none is of epoch 0.
 * @param {any} me
 * @param {any} words
 */
export function begins(me, words) {
  return Number.isSafeInteger(words.epoch) && words.epoch > (me.epoch ?? 0);
}

/**
 * What changes when it does.
 * @param {number} space
 * @param {any} before
 * @param {number} epoch
 */
export async function epochBegun(space, before, epoch) {
  const me = { ...before, epoch };
  const again = await allAgain(space);
  return { [entry(space, 'me')]: me, ...again, ...(await choicesAgain(space, me)) };
}

/**
 * The last choice about each advocate that this phone knows of, as the record is told it.
 * @param {Choice[]} known
 * @param {Choice[]} others
 */
export function newestOf(known, others) {
  /** @type {Map<string, Choice>} */
  const newest = new Map();
  for (const one of [...known, ...others]) {
    const had = newest.get(one.reader);
    if (!had || one.n >= had.n) newest.set(one.reader, one);
  }
  return [...newest.values()];
}

/**
 * @param {number} space
 * @param {any} me
 */
async function choicesAgain(space, me) {
  if (me.role !== 'young_person') return {};
  const told = (await read(entry(space, 'access')))?.given ?? [];
  const here = Object.values(await errands(space)).filter(({ kind }) => kind === 'access');
  const given = newestOf(told, here).map(({ reader, parts, n }) => ({ reader, parts, n }));
  const { id, bytes } = await sealed(me, { kind: 'again', given });
  return { [entry(space, `out/${id}`)]: bytes };
}
