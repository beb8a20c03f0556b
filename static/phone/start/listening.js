/** What each tap, key and typed letter leads to. */

/** @import { App } from './app.js' */

import { refusing, unsaved } from '../answers/draft.js';
import { offerLooks, showLook, useUsualLook } from '../look/choosing.js';
import { go, startPages } from '../show/pages.js';
import { showSaving } from '../show/saving.js';
import { hush, listenOrStop, offerListening } from './aloud.js';
import { borrow } from './borrowed.js';
import { expectBack, leave, leaving } from './leaving.js';
import { openInvitation, unlock } from './opening.js';

/** What leads out of the page and back: a call, a text, paper. */
const LEADS_OUT = 'a[href^="tel:"], a[href^="sms:"], [data-act="print"]';
const PRESSED = '[data-go], [data-act], [data-section], [data-space], [data-blob]';

/** @param {App} app */
export function listen(app) {
  startPages(
    (name) => prepared(app, app.mayShow(name)),
    () => app.space,
  );
  document.addEventListener('click', (event) => clicked(app, event));
  document.addEventListener('submit', (event) => submitted(app, event));
  for (const questions of document.querySelectorAll('[data-questions]')) {
    questions.addEventListener('input', () => app.more?.changed(app));
  }
  offerLooks();
  offerListening();
  addEventListener('beforeunload', (event) => {
    if ((unsaved() || app.wouldLose()) && !leaving()) event.preventDefault();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && (leaving() || !unsaved())) location.reload();
  });
}

/**
 * A page, brought up to date before it is shown.
 * @param {App} app
 * @param {string} name
 */
function prepared(app, name) {
  hush();
  if (name === 'look') showLook();
  app.more?.prepare(app, name);
  showSaving(refusing() ? 'unsaved' : '');
  return name;
}

/**
 * @param {App} app
 * @param {Event} event
 */
function clicked(app, event) {
  const target = /** @type {Element} */ (event.target);
  const found = target.closest(PRESSED);
  const pressed = /** @type {HTMLElement} */ (found ?? document.documentElement);
  const { go: to, act } = pressed.dataset;
  if (act && act !== 'listen') hush();
  if (target.closest(LEADS_OUT)) expectBack();
  if (target.closest('[data-skip]')) {
    event.preventDefault();
    document.getElementById('main')?.focus();
  } else if (to) go(to);
  else if (act && act in AT_THE_DOOR) run(app, async () => AT_THE_DOOR[act](app));
  else if (found) run(app, () => inside(app, pressed));
}

/**
 * @param {App} app
 * @param {HTMLElement} pressed
 */
async function inside(app, pressed) {
  const { act, section, space, blob } = pressed.dataset;
  const more = await app.whole();
  if (act) await more.ACTS[act]?.(app, pressed);
  else if (section) await more.enterSection(app, section);
  else if (space) await app.turn(Number(space));
  else if (blob) await more.showAttached(app, pressed);
}

/**
 * @param {App} app
 * @param {SubmitEvent} event
 */
function submitted(app, event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const name = form.dataset.form ?? '';
  run(app, async () => (FORMS[name] ?? (await app.whole()).FORMS[name])(app, form));
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
  unlock,
};

/** What can be pressed before the notes are open. @type {Record<string, (app: App) => unknown>} */
const AT_THE_DOOR = {
  leave,
  listen: listenOrStop,
  back: () => history.back(),
  'not-mine': (app) => borrow(app.link),
  reopen: (app) => app.enter(),
  reload: () => location.reload(),
  'usual-look': useUsualLook,
};
