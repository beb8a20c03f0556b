/**
 * Leaving at once, and shutting when nobody is there. Nothing of the notes is left on the screen,
 * in the page or behind Back; the key is forgotten; what was typed is saved before.
 *
 * Who leaves the page on purpose (to the camera, the gallery, a call) is expected back: for so long
 * the notes count as somebody's who is there, though nothing of them is to be seen meanwhile. Any
 * return ends it: what goes out of sight after that shuts as ever.
 */

import { refusing, settled } from '../answers/draft.js';
import { isKept } from '../keep/store.js';
import * as vault from '../keep/vault.js';

/** Milliseconds after which the key is forgotten, whatever is still being saved. */
const AT_ONCE = 90;
/** Milliseconds out of sight, and without a touch, after which the notes shut. */
const OUT_OF_SIGHT = 60_000;
const UNTOUCHED = 300_000;
/** Milliseconds for which somebody who left on purpose is expected back. */
const ON_PURPOSE = 600_000;
/** A page that moves of its own accord is no sign that somebody has come back. */
const HANDS = ['pointerdown', 'keydown', 'input'];
const TOUCHES = [...HANDS, 'scroll'];
const SHUT = 'shut';

let isLeaving = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let untouched;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let unseen;
/** When a page that is out of sight is to be shut; 0 while it is seen. */
let shutBy = 0;
/** Until when somebody who left on purpose is expected back; 0 for nobody. */
let expectedBy = 0;
/** Whether shutting would lose words that nothing but this page has. */
let wouldLose = () => false;

/** Whether the page is on its way out: nothing may hold it up. */
export function leaving() {
  return isLeaving;
}

/** To a page that says nothing of these notes; Back finds them shut. */
export function leave() {
  const { language } = document.documentElement.dataset;
  shut(() => location.replace(`/${language}/tables/`));
}

/** Whether the notes were shut in this tab, so that they wait to be asked. */
export function wasShut() {
  try {
    return sessionStorage.getItem(SHUT) !== null;
  } catch {
    return false;
  }
}

/** They were asked for again. */
export function reopened() {
  sessionStorage.removeItem(SHUT);
}

/**
 * From now on: out of sight there is nothing to see, and after a while they shut.
 * @param {() => boolean} losing whether that would lose words
 */
export function watch(losing) {
  wouldLose = losing;
  const how = { passive: true, capture: true };
  for (const touch of TOUCHES) document.addEventListener(touch, touched, how);
  document.addEventListener('visibilitychange', seen);
  touched();
}

/** What was just pressed leads out of the page: whoever pressed it comes back. */
export function expectBack() {
  if (!untouched) return; // nothing is open
  expectedBy = Date.now() + ON_PURPOSE;
  untouchedFor(ON_PURPOSE);
}

/** @param {Event} [event] */
function touched(event) {
  if (event && HANDS.includes(event.type)) expectedBy = 0;
  untouchedFor(Math.max(UNTOUCHED, expectedBy - Date.now()));
}

/** @param {number} patience milliseconds */
function untouchedFor(patience) {
  clearTimeout(untouched);
  untouched = setTimeout(rest, patience);
}

function seen() {
  clearTimeout(unseen);
  if (document.visibilityState === 'hidden') return wentOutOfSight();
  const isLate = shutBy > 0 && Date.now() >= shutBy;
  shutBy = expectedBy = 0;
  if (isLate) return rest();
  document.documentElement.removeAttribute('data-unseen');
  touched();
}

function wentOutOfSight() {
  const patience = Math.max(OUT_OF_SIGHT, expectedBy - Date.now());
  shutBy = Date.now() + patience;
  document.documentElement.toggleAttribute('data-unseen', true);
  unseen = setTimeout(rest, patience);
}

/** Shut, and ask to be opened again. */
export function shutNow() {
  shut(() => location.reload());
}

/** Shut, unless words would be lost by it that the phone refuses to keep, or must not keep. */
function rest() {
  if (refusing() || wouldLose()) document.documentElement.removeAttribute('data-unseen');
  else shutNow();
}

/** @param {() => void} away */
function shut(away) {
  if (isLeaving) return;
  isLeaving = true;
  document.body.replaceChildren();
  try {
    if (isKept()) sessionStorage.setItem(SHUT, '');
  } catch {
    // Where nothing can be remembered, a PIN still shuts them.
  }
  const patience = new Promise((resolve) => setTimeout(resolve, AT_ONCE));
  Promise.race([settled(), patience]).finally(() => {
    vault.shut();
    away();
  });
}
