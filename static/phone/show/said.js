/** The state of each thing said: on this phone, sent, arrived, read by whom, what came of it. */

import { question as isAsked } from '../answers/controls.js';
import { tell } from '../answers/tell.js';
import { keptItem, withKept } from './attached.js';
import { withChanges } from './changes.js';
import { fill, fillLines, template } from './fill.js';
import { page } from './pages.js';

/** Once the young person has decided, it is no longer the advocate's to change. */
const APPROVED = ['approval_there', 'approval_yes', 'approval_no'];

/** @param {any[]} points */
export function showSaid(points) {
  page('said')
    .querySelector('[data-list="points"]')
    ?.replaceChildren(...points.map(pointOf));
}

/**
 * What happened to each point, with what was said read back beside it.
 * @param {any[]} points
 * @param {any[]} happened
 */
export function withWords(points, happened) {
  return happened.map((answer) => {
    const { question, envelope } = answer;
    const point = points.find((one) => one.question === question && one.envelope === envelope);
    return { ...answer, ...tell({ question, ...point }) };
  });
}

/**
 * Everything said from a space: what the council does not have yet, then what it has; each with
 * what its author changed since, and what of it is still on this phone.
 * @param {{me: any, said?: any, points?: any, pieces?: any}} kept
 * @returns {any[]}
 */
export function pointsOf({ me, said = {}, points = { points: [] }, pieces = {} }) {
  const own = Object.entries(said).flatMap(([envelope, sending]) =>
    ownPoints(envelope, sending, me.ended),
  );
  const known = points.points.map((/** @type {any} */ point) => withOwnWords(point, own));
  const there = new Set(points.points.map((/** @type {any} */ point) => point.envelope));
  const all = [...own.filter(({ envelope }) => !there.has(envelope)), ...known];
  return withChanges(all, own).map((point) => withKept(point, pieces));
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
function withOwnWords(point, own) {
  if (Object.keys(point.value).length) return point;
  const mine = own.find(
    (one) => one.envelope === point.envelope && one.question === point.question,
  );
  return { ...point, value: mine?.value ?? {} };
}

/** @param {any} point */
function pointOf({ events, gone, by, kept = [], ...one }) {
  const { question, envelope } = one;
  const data = tell(one);
  const isTheirs = events.some((/** @type {any} */ { what }) => APPROVED.includes(what));
  const standing = !gone && !isTheirs;
  const item = fill(template('point'), {
    ...data,
    standing,
    asked: standing && Boolean(isAsked(question)),
    unkept: !data.lines.length,
    by_name: by?.name ?? '',
  });
  Object.assign(item.dataset, { about: question, envelope });
  fillLines(item, data.lines);
  item.querySelector('[data-kept]')?.replaceChildren(...kept.map(keptItem));
  item.querySelector('[data-states]')?.replaceChildren(...events.map(stateOf));
  return item;
}

/** @param {any} event */
function stateOf({ what, name = '', role = '', on, outcome = '', why = '' }) {
  return fill(template('state'), { what, name, role, on, outcome, why });
}
