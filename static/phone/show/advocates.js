/** An advocate asked for, what one may read, what one wrote, and what was shared with one. */

import { tell } from '../answers/tell.js';
import { fill, fillLines, template } from './fill.js';
import { page } from './pages.js';

/** @typedef {Record<string, any>} Errands */

/** Our own boxes for each advocate, by their id. @type {Map<string, HTMLInputElement[]>} */
const made = new Map();

/**
 * Wherever an advocate can be asked for: the button, or where the asking stands. Returns the places.
 * @param {{role: string, ended: boolean, asked?: any, errands?: Errands}} kept
 */
export function showAsk({ role, ended, asked, errands }) {
  const waiting = of(errands, 'ask')[0];
  const last = waiting ?? asked?.asked.at(-1);
  const isOpen = Boolean(waiting || (last && !last.done_on));
  const places = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-ask]')]);
  for (const place of places) {
    const isAsked = role === 'young_person' && !ended;
    place.replaceChildren(...(isAsked || last ? [asking(last, { waiting, isOpen })] : []));
  }
  return places;
}

/**
 * @param {any} last
 * @param {{waiting: any, isOpen: boolean}} state
 */
function asking(last, { waiting, isOpen }) {
  const { on = '', name = '', role = '', words = '', done_on: doneOn = '' } = last ?? {};
  return fill(template('ask'), {
    unasked: !isOpen,
    asked_on: on,
    asked_waits: waiting,
    asked_open: isOpen && !waiting,
    asked_done: doneOn,
    asked_name: name,
    asked_words: words,
    role,
  });
}

/**
 * For each advocate the parts that they may read, to be chosen anew. What is being chosen and not
 * kept yet stays as it is: what comes meanwhile must not tick again what was taken back.
 * @param {{advocates: {id: string, name: string}[], access?: any, errands?: Errands}} kept
 */
export function showAccess({ advocates, ...known }) {
  page('advocates')
    .querySelector('[data-list="advocates"]')
    ?.replaceChildren(...advocates.map((one) => choiceOf(one, known)));
}

/**
 * The last choice about an advocate that this phone knows of, and whether it still waits here.
 * @param {string} reader
 * @param {{access?: any, errands?: any}} kept
 * @returns {{n: number, parts: string[], waits: boolean}}
 */
export function chosenFor(reader, { access, errands }) {
  const known = (access?.given ?? []).map((/** @type {any} */ one) => ({ ...one, waits: false }));
  const here = of(errands, 'access').map((one) => ({ ...one, waits: true }));
  const about = [...known, ...here].filter((one) => one.reader === reader);
  return about.reduce((last, one) => (one.n >= last.n ? one : last), {
    n: 0,
    parts: [],
    waits: false,
  });
}

/**
 * @param {{id: string, name: string}} advocate
 * @param {{access?: any, errands?: Errands}} kept
 */
function choiceOf({ id, name }, kept) {
  const { n, parts, waits } = chosenFor(id, kept);
  const ticked = unkept(id) ?? parts;
  const form = template('advocate');
  form.dataset.reader = id;
  made.set(id, [...form.querySelectorAll('input')]);
  for (const box of made.get(id) ?? []) {
    box.id = `access-${id}-${box.value}`;
    box.defaultChecked = parts.includes(box.value);
    box.checked = ticked.includes(box.value);
    const label = /** @type {HTMLLabelElement} */ (box.nextElementSibling);
    label.htmlFor = box.id;
  }
  return fill(form, { advocate_name: name, choice_waits: waits, choice_known: n && !waits });
}

/**
 * What is ticked for an advocate now, where that is another choice than the one that was shown.
 * @param {string} id
 */
function unkept(id) {
  const isChanged = made.get(id)?.some((box) => box.checked !== box.defaultChecked);
  return isChanged ? partsTicked(id) : undefined;
}

/**
 * The parts that are ticked for an advocate.
 * @param {string} id
 */
export function partsTicked(id) {
  const ticked = made.get(id)?.filter((box) => box.checked) ?? [];
  return ticked.map(({ value }) => value);
}

/**
 * What an advocate wrote, to say yes or no to; what was said is shown until it has arrived.
 * @param {{to_approve?: any, errands?: Errands}} kept
 */
export function showToApprove({ to_approve: asked, errands }) {
  const points = asked?.points ?? [];
  const said = of(errands, 'approve').flatMap(({ answers }) => answers);
  const items = points.map((/** @type {any} */ point) => forYes(point, said));
  const list = page('approve').querySelector('[data-list="to_approve"]');
  list?.replaceChildren(...items);
  fill(page('approve'), { nothing_to_approve: !items.length });
}

/**
 * @param {any} point
 * @param {any[]} said
 */
function forYes({ envelope, question, value, audience, whose, by, on }, said) {
  const answer = said.find((one) => one.envelope === envelope && one.question === question);
  const told = tell({ question, value, audience });
  const item = fill(template('for-yes'), {
    ...told,
    whose,
    on,
    by_name: by.name,
    unsaid: !answer,
    said_yes: answer?.yes,
    said_no: answer && !answer.yes,
  });
  Object.assign(item.dataset, { about: question, envelope });
  fillLines(item, told.lines);
  return item;
}

/**
 * How many things an advocate wrote wait for a yes or a no.
 * @param {{to_approve?: any, errands?: Errands}} kept
 */
export function toApprove({ to_approve: asked, errands }) {
  const said = of(errands, 'approve').flatMap(({ answers }) => answers);
  return (asked?.points ?? []).length - said.length;
}

/**
 * What a young person shared with an advocate, read back.
 * @param {any} shared
 */
export function showShared(shared) {
  const points = shared?.points ?? [];
  page('shared')
    .querySelector('[data-list="shared"]')
    ?.replaceChildren(...points.map(sharedPoint));
  fill(page('shared'), { shared_none: !points.length });
}

/** @param {any} point */
function sharedPoint({ question, value, audience, on }) {
  const told = tell({ question, value, audience });
  const item = fill(template('shared-point'), { ...told, on, too_long: !told.lines.length });
  fillLines(item, told.lines);
  return item;
}

/**
 * Errands of one kind.
 * @param {Errands | undefined} errands
 * @param {string} kind
 * @returns {any[]}
 */
function of(errands, kind) {
  return Object.values(errands ?? {}).filter((one) => one.kind === kind);
}
