/**
 * All that is needed once the notes are open. It comes after the first page, as a file of its own:
 * who opens an invitation on a weak signal does not wait for it.
 */

/** @import { App } from './app.js' */

import { save } from '../answers/draft.js';
import { explain } from '../reading/explain.js';
import { refresh } from '../show/asking.js';
import { saveCopy, showCopy } from '../show/copy.js';
import { refreshHome } from '../show/home.js';
import { showPromise } from '../show/kept.js';
import { go, page, shownPage } from '../show/pages.js';
import { showReplies } from '../show/replies.js';
import { showReview } from '../show/review.js';
import { showSaving } from '../show/saving.js';
import { approve, askForAdvocate, chooseAccess } from './advocates.js';
import { begin, clearAnswer, send, step } from './answering.js';
import { lostPhotoKnown, takeAgain } from './awaited.js';
import { keepBeside } from './beside.js';
import { askToTakeBack, changeSaid, takeItBack } from './changing.js';
import { askForName, saveDay } from './day.js';
import { chooseGuard, setPin } from './guarding.js';
import { shutNow } from './leaving.js';
import { haveRead, readReport, savePdf } from './reading.js';
import { askToRemove, removeEverything } from './removing.js';
import { reply } from './replying.js';
import { see } from './seeing.js';
import { visit } from './visiting.js';
import { openWay, showWays } from './ways.js';
import { writeAside } from './writing_aside.js';

export { showKept as showStorage } from '../show/kept.js';
export { unfoldOnPaper } from '../show/paper.js';
export { offerRings } from '../show/rings.js';
export { keepTrying } from '../travel/sync.js';
export { enterSection } from './answering.js';
export { sayLostPhoto } from './awaited.js';
export { renewShare } from './guarding.js';
export { offerReplies } from './replying.js';
export { Showing } from './showing.js';
export { tidied } from './tidying.js';
export { showKept as showAttached } from './ways.js';
export { takeInAside } from './writing_aside.js';

const ABOUT_THIS_PHONE = ['kept', 'remove', 'guard'];
/** Pages with words of others, on which a hard one can be tapped. */
const READ = ['letter', 'plan', 'happened', 'said', 'report'];

/**
 * What is done before a page is shown.
 * @type {Record<string, () => unknown>}
 */
const PREPARED = {
  review: () => showReview(shownPage() === page('home')),
  home: refreshHome,
  letter: showReplies,
  plan: showReplies,
  copy: showCopy,
  remove: () => askToRemove(false),
  kept: showPromise,
};

/**
 * Bring a page up to date before it is shown.
 * @param {App} app
 * @param {string} name
 */
export function prepare(app, name) {
  PREPARED[name]?.();
  if (['home', 'said', 'reports'].includes(name)) app.trySync();
  see(app, name);
  if (name.startsWith('q-')) prepareQuestion(app, page(name));
  if (READ.includes(name)) explain(page(name));
  if (ABOUT_THIS_PHONE.includes(name)) app.refreshed().catch(() => undefined);
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

/** @type {Record<string, (app: App, form: HTMLFormElement) => unknown>} */
export const FORMS = {
  pin: setPin,
  beside: keepBeside,
  access: chooseAccess,
  guard: chooseGuard,
  calendar: saveDay,
  questions: () => step(1),
  replies: () => undefined,
};

/** @type {Record<string, (app: App, pressed: HTMLElement) => unknown>} */
export const ACTS = {
  start: begin,
  next: () => step(1),
  previous: () => step(-1),
  clear: (app) => {
    clearAnswer();
    changed(app);
  },
  voice: (app) => openWay(app, 'voice'),
  picture: (app) => openWay(app, 'picture'),
  'take-again': takeAgain,
  'lost-photo-known': lostPhotoKnown,
  send,
  'ask-advocate': askForAdvocate,
  'say-yes': approve,
  'say-no': approve,
  reply,
  'change-said': changeSaid,
  'ask-take-back': askToTakeBack,
  'take-back': takeItBack,
  'open-report': readReport,
  'have-read': haveRead,
  'save-pdf': savePdf,
  'save-copy': saveCopy,
  print: () => print(),
  calendar: askForName,
  'no-pin': () => go('home'),
  'another-invitation': (app) => app.askForWords(),
  'write-aside': writeAside,
  'leave-aside': shutNow,
  remove: () => askToRemove(true),
  'remove-not': () => askToRemove(false),
  'remove-all': removeEverything,
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
