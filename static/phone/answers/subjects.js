/**
 * Questions about particular things: an action of the plan, the plan, the letter. The document
 * carries each question once; here it gets a page for each thing, as `question@subject`.
 *
 * Pages stay where they once stand, behind all others: the browser's history counts them. Those
 * about what another invitation's reader may read are not asked.
 */

/** @typedef {{id: string, words: string}} Subject a thing, and the words that say which it is */

import { template } from '../show/fill.js';
import { named, surround } from './around.js';
import { addQuestion, question, questions } from './controls.js';

const ACTION = 'action';
/** Things that the document has the words for. */
const WHOLES = ['letter', 'plan'];
const IS_PLAIN = /^[\w-]+$/;

/** The space whose things are asked about. */
let owner = -1;

/**
 * @param {number} space
 * @param {Subject[]} subjects
 */
export function askAbout(space, subjects) {
  if (owner !== space) for (const page of asked()) page.dataset.unasked = '';
  owner = space;
  for (const { id, words } of subjects.filter(isPlain)) {
    for (const one of asking(WHOLES.includes(id) ? id : ACTION)) {
      const page = question(`${one}@${id}`) ?? added(one, id);
      delete page.dataset.unasked;
      page.dataset.thing = words;
    }
  }
}

/**
 * All that somebody may answer, and all that they have answered of what is gone since.
 * @param {any} publication
 * @param {{question: string, about?: string}[]} answered
 * @returns {Subject[]}
 */
export function subjectsOf(publication, answered) {
  const { letter, plan } = publication ?? {};
  const before = answered.map(({ question: id, about = '' }) => [id.split('@')[1], about]);
  const actions = plan?.actions.map((/** @type {any} */ { id, plain }) => [id, plain]) ?? [];
  const wholes = WHOLES.filter((name) => ({ letter, plan })[name]).map((name) => [
    name,
    wordsFor(name),
  ]);
  const all = new Map([...before, ...actions, ...wholes]);
  return [...all].filter(([id]) => id).map(([id, words]) => ({ id, words }));
}

/**
 * The thing that a page asks about now is what its answer will be about.
 * @param {HTMLElement} page
 */
export function takeThing(page) {
  page.dataset.about = page.dataset.thing ?? '';
}

/** @param {Subject} subject */
function isPlain({ id }) {
  return IS_PLAIN.test(id);
}

function asked() {
  return questions().filter(({ dataset }) => dataset.thing !== undefined);
}

/**
 * The questions that are asked about things of that sort.
 * @param {string} sort
 */
function asking(sort) {
  const found = document.querySelectorAll(`template[data-sorts~="${sort}"]`);
  return /** @type {HTMLElement[]} */ ([...found]).map(({ dataset }) => dataset.template ?? '');
}

/**
 * @param {string} asks
 * @param {string} subject
 */
function added(asks, subject) {
  const id = `${asks}@${subject}`;
  const page = named(template(asks), asks, id);
  Object.assign(page.dataset, { page: `q-${id}`, question: id });
  if (WHOLES.includes(subject)) page.querySelector('[data-choices]')?.remove();
  surround(page);
  document.querySelector(`template[data-template="${asks}"]`)?.parentElement?.append(page);
  addQuestion(page);
  return page;
}

/** @param {string} whole */
function wordsFor(whole) {
  return template(`subject-${whole}`).textContent ?? '';
}
