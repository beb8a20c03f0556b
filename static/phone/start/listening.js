/** What each tap, key and typed letter leads to. */

/** @import { App } from './app.js' */

import { refusing, save, unsaved } from '../answers/draft.js';
import { offerLooks, showLook, useUsualLook } from '../look/choosing.js';
import { refresh } from '../show/asking.js';
import { refreshHome } from '../show/home.js';
import { go, page, shownPage, startPages } from '../show/pages.js';
import { showReview } from '../show/review.js';
import { offerRings } from '../show/rings.js';
import { showSaving } from '../show/saving.js';
import { hush, listenOrStop, offerListening } from './aloud.js';
import { begin, clearAnswer, enterSection, send, step } from './answering.js';
import { openInvitation, setPin, unlock } from './opening.js';
import { visit } from './visiting.js';

/** @param {App} app */
export function listen(app) {
  startPages(
    (name) => prepared(app, app.mayShow(name)),
    () => app.space,
  );
  document.addEventListener('click', (event) => clicked(app, event));
  document.addEventListener('submit', (event) => submitted(app, event));
  document.querySelector('[data-questions]')?.addEventListener('input', changed);
  offerLooks();
  offerRings();
  offerListening();
  addEventListener('beforeunload', (event) => unsaved() && event.preventDefault());
  addEventListener('pageshow', ({ persisted }) => persisted && !unsaved() && location.reload());
}

/**
 * A page, brought up to date before it is shown.
 * @param {App} app
 * @param {string} name
 */
function prepared(app, name) {
  hush();
  if (name === 'look') showLook();
  if (name === 'review') showReview();
  if (name === 'home') refreshHome();
  if (name === 'home' || name === 'said') app.trySync();
  if (name.startsWith('q-')) {
    refresh(page(name));
    visit(app, page(name).dataset.in ?? '');
  }
  showSaving(refusing() ? 'unsaved' : '');
  return name;
}

/** Something was typed or picked: it is saved at once. */
export function changed() {
  const asked = shownPage();
  if (asked) refresh(asked);
  save(showSaving);
}

/**
 * @param {App} app
 * @param {Event} event
 */
function clicked(app, event) {
  const target = /** @type {Element} */ (event.target);
  const { go: to, act, section, space } = datasetOf(target);
  if (act && act !== 'listen') hush();
  if (target.closest('[data-skip]')) {
    event.preventDefault();
    document.getElementById('main')?.focus();
  } else if (to) go(to);
  else if (act) run(app, async () => ACTS[act]?.(app));
  else if (section) run(app, () => enterSection(app, section));
  else if (space) run(app, () => app.turn(Number(space)));
}

/**
 * @param {App} app
 * @param {SubmitEvent} event
 */
function submitted(app, event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  run(app, async () => (FORMS[form.dataset.form ?? ''] ?? onward)(app, form));
}

/**
 * @param {App} app
 * @param {() => Promise<unknown>} work
 */
function run(app, work) {
  work().catch((wrong) => app.fail(wrong));
}

/** @type {Record<string, (app: App, form: HTMLFormElement) => unknown>} */
const FORMS = {
  open: openInvitation,
  pin: setPin,
  unlock,
};

/** @type {Record<string, (app: App) => unknown>} */
const ACTS = {
  start: begin,
  next: () => step(1),
  previous: () => step(-1),
  clear: () => {
    clearAnswer();
    changed();
  },
  send,
  'no-pin': () => go('home'),
  'another-invitation': (app) => app.askForWords(),
  'leave-help': () => history.back(),
  'usual-look': useUsualLook,
  listen: listenOrStop,
  reload: () => location.reload(),
};

function onward() {
  step(1);
}

/** @param {Element} target */
function datasetOf(target) {
  const found = target.closest('[data-go], [data-act], [data-section], [data-space]');
  return found instanceof HTMLElement ? found.dataset : {};
}
