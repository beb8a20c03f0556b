/** The state of each thing said: on this phone, sent, arrived, read by whom, what came of it. */

import { tell } from '../answers/tell.js';
import { entry } from '../keep/spaces.js';
import { read } from '../keep/vault.js';
import { fill, fillLines, template } from './fill.js';
import { page } from './pages.js';

/** @param {number} space */
export async function showSaid(space) {
  const said = (await read(entry(space, 'said'))) ?? {};
  const { points = [] } = (await read(entry(space, 'points'))) ?? {};
  const told = new Set(points.map((/** @type {any} */ point) => point.envelope));
  const own = Object.entries(said).filter(([id]) => !told.has(id));
  const mine = own.flatMap(([, sending]) => ownPoints(sending));
  const list = page('said').querySelector('[data-list="points"]');
  list?.replaceChildren(...[...mine, ...points].map(pointOf));
}

/** @param {any} sending */
function ownPoints({ answers, at, on }) {
  return answers.map((/** @type {any} */ answer) => ({ ...answer, events: [{ what: at, on }] }));
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
