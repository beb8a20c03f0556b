/** What each tap, key and typed letter leads to. */

/** @import { App } from './app.js' */

import { refusing, save, unsaved } from '../answers/draft.js';
import { offerLooks, showLook, useUsualLook } from '../look/choosing.js';
import { refresh } from '../show/asking.js';
import { saveCopy, showCopy } from '../show/copy.js';
import { refreshHome } from '../show/home.js';
import { showPromise } from '../show/kept.js';
import { go, page, shownPage, startPages } from '../show/pages.js';
import { showReview } from '../show/review.js';
import { offerRings } from '../show/rings.js';
import { showSaving } from '../show/saving.js';
import { hush, listenOrStop, offerListening } from './aloud.js';
import { begin, clearAnswer, enterSection, send, step } from './answering.js';
import { keepBeside } from './beside.js';
import { borrow } from './borrowed.js';
import { askToTakeBack, changeSaid, takeItBack } from './changing.js';
import { chooseGuard, setPin } from './guarding.js';
import { leave, leaving, shutNow } from './leaving.js';
import { openInvitation, unlock } from './opening.js';
import { askToRemove, removeEverything } from './removing.js';
import { visit } from './visiting.js';
import { openWay, showKept, showWays } from './ways.js';
import { writeAside } from './writing_aside.js';

const ABOUT_THIS_PHONE = ['kept', 'remove', 'guard'];

/** @param {App} app */
export function listen(app) {
  startPages(
    (name) => prepared(app, app.mayShow(name)),
    () => app.space,
  );
  document.addEventListener('click', (event) => clicked(app, event));
  document.addEventListener('submit', (event) => submitted(app, event));
  document.querySelector('[data-questions]')?.addEventListener('input', () => changed(app));
  offerLooks();
  offerRings();
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
  PREPARED[name]?.();
  if (name === 'home' || name === 'said') app.trySync();
  if (name.startsWith('q-')) prepareQuestion(app, page(name));
  if (ABOUT_THIS_PHONE.includes(name)) app.refreshed().catch(() => undefined);
  showSaving(refusing() ? 'unsaved' : '');
  return name;
}

/**
 * What is done before a page is shown.
 * @type {Record<string, () => unknown>}
 */
const PREPARED = {
  look: showLook,
  review: () => showReview(shownPage() === page('home')),
  home: refreshHome,
  copy: showCopy,
  remove: () => askToRemove(false),
  kept: showPromise,
};

/**
 * @param {App} app
 * @param {HTMLElement} asked
 */
function prepareQuestion(app, asked) {
  refresh(asked);
  showWays(app, asked, true);
  visit(app, asked.dataset.in ?? '');
}

/**
 * Something was typed or picked: it is saved at once.
 * @param {App} app
 */
export function changed(app) {
  const asked = shownPage();
  if (asked) {
    refresh(asked);
    showWays(app, asked);
  }
  save(showSaving);
}

/**
 * @param {App} app
 * @param {Event} event
 */
function clicked(app, event) {
  const target = /** @type {Element} */ (event.target);
  const pressed = pressedAt(target);
  const { go: to, act, section, space, blob } = pressed.dataset;
  if (act && act !== 'listen') hush();
  if (target.closest('[data-skip]')) {
    event.preventDefault();
    document.getElementById('main')?.focus();
  } else if (to) go(to);
  else if (act) run(app, async () => ACTS[act]?.(app, pressed));
  else if (section) run(app, () => enterSection(app, section));
  else if (space) run(app, () => app.turn(Number(space)));
  else if (blob) run(app, () => showKept(app, pressed));
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
  beside: keepBeside,
  unlock,
  guard: chooseGuard,
};

/** @type {Record<string, (app: App, pressed: HTMLElement) => unknown>} */
const ACTS = {
  start: begin,
  next: () => step(1),
  previous: () => step(-1),
  clear: (app) => {
    clearAnswer();
    changed(app);
  },
  voice: (app) => openWay(app, 'voice'),
  picture: (app) => openWay(app, 'picture'),
  send,
  'change-said': changeSaid,
  'ask-take-back': askToTakeBack,
  'take-back': takeItBack,
  'save-copy': saveCopy,
  print: () => print(),
  back: () => history.back(),
  'no-pin': () => go('home'),
  'another-invitation': (app) => app.askForWords(),
  leave,
  'not-mine': (app) => borrow(app.link),
  'write-aside': writeAside,
  'leave-aside': shutNow,
  remove: () => askToRemove(true),
  'remove-not': () => askToRemove(false),
  'remove-all': removeEverything,
  reopen: (app) => app.enter(),
  'leave-help': () => history.back(),
  'usual-look': useUsualLook,
  listen: listenOrStop,
  reload: () => location.reload(),
};

function onward() {
  step(1);
}

/** @param {Element} target */
function pressedAt(target) {
  const found = target.closest('[data-go], [data-act], [data-section], [data-space], [data-blob]');
  return /** @type {HTMLElement} */ (found ?? document.documentElement);
}
