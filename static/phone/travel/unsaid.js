/**
 * On a phone that somebody could look at, nothing that has reached the council stays readable: of
 * each answer its question and its state are kept, and not a word of it.
 */

import { book, entry } from '../keep/spaces.js';
import { read, state } from '../keep/vault.js';

/** Whether words that were sent are to leave this phone. */
export async function leavesNothing() {
  return (await state()) === 'safer';
}

/**
 * @template {{value: any}} T
 * @param {T[]} answers
 * @returns {T[]}
 */
export function unsaid(answers) {
  return answers.map((answer) => ({ ...answer, value: {} }));
}

/** Of all invitations on this phone, as changes to be written. */
export async function everythingUnsaid() {
  const { spaces } = await book();
  const changes = await Promise.all([...spaces.keys()].map(unsaidIn));
  return Object.assign({}, ...changes);
}

/** @param {number} space */
async function unsaidIn(space) {
  const said = (await read(entry(space, 'said'))) ?? {};
  const points = await read(entry(space, 'points'));
  for (const sending of Object.values(said)) {
    if (sending.at === 'received') sending.answers = unsaid(sending.answers);
  }
  const told = points && { ...points, points: unsaid(points.points) };
  return { [entry(space, 'said')]: said, [entry(space, 'points')]: told };
}
