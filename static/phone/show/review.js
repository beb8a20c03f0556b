/** Everything that could be sent, read back, before it is sent: now, or later. */

import { answers } from '../answers/shown.js';
import { tell } from '../answers/tell.js';
import { fill, fillLines, template } from './fill.js';
import { page } from './pages.js';
import { showTrouble } from './trouble.js';

/** What can be ticked to go now: our own boxes, and no other that may stand among them. */
/** @type {HTMLInputElement[]} */
let made = [];

/** @param {boolean} isFresh whether what was picked before is forgotten */
export function showReview(isFresh) {
  showTrouble(page('review'));
  const later = isFresh ? new Set() : keptForLater();
  const given = answers();
  const list = page('review').querySelector('[data-list="answers"]');
  const items = [...given].map(([id, answer]) => told(id, answer, !later.has(id)));
  made = items.map(boxIn);
  list?.replaceChildren(...items);
  if (isFresh) tick('urgent').checked = false;
  tick('approved').checked = false; // it was for the words as they stood
  for (const one of page('review').querySelectorAll('[name="said-yes"]')) {
    /** @type {HTMLInputElement} */ (one).checked = false;
  }
  fill(page('review'), {
    nothing: !given.size,
    something: given.size,
    several: given.size > 1,
  });
}

/** The questions whose answers stay on this phone for now. */
export function keptForLater() {
  const left = made.filter((box) => !box.checked);
  return new Set(left.map((box) => box.value));
}

/** Whether nothing was picked to go. */
export function isNothingPicked() {
  return made.every((box) => !box.checked);
}

/** Whether it should be read soon. */
export function isUrgent() {
  return tick('urgent').checked;
}

/** What an advocate says: whether the young person was there and said yes; `undefined` for nothing. */
export function hasSaidYes() {
  const picked = page('review').querySelector('[name="said-yes"]:checked');
  return picked ? /** @type {HTMLInputElement} */ (picked).value === 'yes' : undefined;
}

/** Whether for something that is picked to go nobody said whose words it is. */
export function isWhoseWanting() {
  const later = keptForLater();
  return [...answers()].some(([id, { whose }]) => !later.has(id) && !whose);
}

/** Whether the young person says that these are the words that they want to send. */
export function isApproved() {
  return tick('approved').checked;
}

/** @param {HTMLElement} item */
function boxIn(item) {
  return /** @type {HTMLInputElement} */ (item.querySelector('[data-now]'));
}

/** @param {string} name */
function tick(name) {
  return /** @type {HTMLInputElement} */ (document.getElementById(name));
}

/**
 * @param {string} id
 * @param {import('../answers/controls.js').Answer} answer
 * @param {boolean} isNow
 */
function told(id, answer, isNow) {
  const data = tell({ question: id, ...answer });
  const item = fill(template('answer'), data);
  fillLines(item, data.lines);
  const change = /** @type {HTMLElement} */ (item.querySelector('[data-change]'));
  change.dataset.go = `q-${id}`;
  const now = boxIn(item);
  Object.assign(now, { id: `now-${id}`, value: id, checked: isNow });
  const label = /** @type {HTMLLabelElement} */ (item.querySelector('[data-now-label]'));
  label.htmlFor = now.id;
  return item;
}
