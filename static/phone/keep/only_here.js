/** What is on this phone and nowhere else, and since when: told, so that nobody relies on it. */

/** @typedef {{drafted: number, waiting: number, since: string}} OnlyHere answers, and a day or '' */

import { today } from './days.js';
import { book, entry } from './spaces.js';
import { read } from './vault.js';

/** States of a sending that nobody but this phone has. */
const HERE = ['phone', 'refused'];

/**
 * The day of a draft's first word, as a change to be written with it.
 * @param {number} space
 * @returns {Promise<Record<string, string>>}
 */
export async function begunToday(space) {
  const had = (await read(entry(space, 'draft'))) ?? {};
  return Object.keys(had).length ? {} : { [entry(space, 'since')]: today() };
}

/**
 * Of all invitations on this phone together.
 * @returns {Promise<OnlyHere>}
 */
export async function onlyHere() {
  const { spaces } = await book();
  const all = await Promise.all([...spaces.keys()].map(inSpace));
  return {
    drafted: sum(all.map(({ drafted }) => drafted)),
    waiting: sum(all.map(({ waiting }) => waiting)),
    since: all.flatMap(({ days }) => days).sort()[0] ?? '',
  };
}

/** @param {number} space */
async function inSpace(space) {
  const parts = ['draft', 'since', 'said', 'errands'].map((part) => read(entry(space, part)));
  const [draft = {}, since = '', said = {}, errands = {}] = await Promise.all(parts);
  const asked = Object.values(errands);
  const here = Object.values(said).filter(({ at }) => HERE.includes(at));
  const drafted = Object.keys(draft).length;
  return {
    drafted,
    waiting: sum(here.map(({ answers }) => answers.length || 1)) + asked.length,
    days: [...[...here, ...asked].map(({ on }) => on), ...(drafted ? [since] : [])].filter(Boolean),
  };
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((whole, one) => whole + one, 0);
}
