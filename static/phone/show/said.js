/** The state of each thing said: on this phone, sent, arrived, read by whom, what came of it. */

import { tell } from '../answers/tell.js';
import { entry } from '../keep/spaces.js';
import { read } from '../keep/vault.js';
import { fill, fillLines, template } from './fill.js';
import { page } from './pages.js';

/** @param {number} space */
export async function showSaid(space) {
  const points = await pointsOf(space);
  page('said')
    .querySelector('[data-list="points"]')
    ?.replaceChildren(...points.map(pointOf));
}

/**
 * What happened to each point, with what was said read back beside it.
 * @param {number} space
 * @param {any[]} happened
 */
export async function withWords(space, happened) {
  const points = await pointsOf(space);
  return happened.map((answer) => {
    const { question, envelope } = answer;
    const point = points.find((one) => one.question === question && one.envelope === envelope);
    return { ...answer, ...tell(question, point?.value ?? {}, point?.audience ?? '') };
  });
}

/**
 * Everything said from this space: what the council does not have yet, then what it has.
 * @param {number} space
 * @returns {Promise<any[]>}
 */
async function pointsOf(space) {
  const said = (await read(entry(space, 'said'))) ?? {};
  const { points = [] } = (await read(entry(space, 'points'))) ?? {};
  const { ended } = await read(entry(space, 'me'));
  const own = Object.entries(said).flatMap(([envelope, sending]) =>
    ownPoints(envelope, sending, ended),
  );
  const known = points.map((/** @type {any} */ point) => whole(point, own));
  const there = new Set(points.map((/** @type {any} */ point) => point.envelope));
  return [...own.filter(({ envelope }) => !there.has(envelope)), ...known];
}

/**
 * @param {string} envelope
 * @param {any} sending
 * @param {boolean} ended
 * @returns {any[]}
 */
function ownPoints(envelope, { answers, at, on }, ended) {
  const events = [{ what: ended && at === 'phone' ? 'stuck' : at, on }];
  return answers.map((/** @type {any} */ answer) => ({ ...answer, envelope, events }));
}

/**
 * A point whose words were too many to travel back has them here, where they were written.
 * @param {any} point
 * @param {any[]} own
 */
function whole(point, own) {
  if (Object.keys(point.value).length) return point;
  const mine = own.find(
    (one) => one.envelope === point.envelope && one.question === point.question,
  );
  return { ...point, value: mine?.value ?? {} };
}

/** @param {any} point */
function pointOf({ question, value, audience, events }) {
  const data = tell(question, value, audience);
  const item = fill(template('point'), data);
  fillLines(item, data.lines);
  item.querySelector('[data-states]')?.replaceChildren(...events.map(stateOf));
  return item;
}

/** @param {any} event */
function stateOf({ what, name = '', role = '', on, outcome = '', why = '' }) {
  return fill(template('state'), { what, name, role, on, outcome, why });
}
