/**
 * Leaving at once, and shutting when nobody is there. Nothing of the notes is left on the screen,
 * in the page or behind Back; the key is forgotten; what was typed is saved before.
 */

import { refusing, settled } from '../answers/draft.js';
import { isKept } from '../keep/store.js';
import * as vault from '../keep/vault.js';

/** Milliseconds after which the key is forgotten, whatever is still being saved. */
const AT_ONCE = 90;
/** Milliseconds out of sight, and without a touch, after which the notes shut. */
const OUT_OF_SIGHT = 60_000;
const UNTOUCHED = 300_000;
const TOUCHES = ['pointerdown', 'keydown', 'input', 'scroll'];
const SHUT = 'shut';

let isLeaving = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let untouched;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let unseen;
let unseenSince = 0;
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

function touched() {
  clearTimeout(untouched);
  untouched = setTimeout(rest, UNTOUCHED);
}

function seen() {
  clearTimeout(unseen);
  const isHidden = document.visibilityState === 'hidden';
  const isLate = !isHidden && unseenSince > 0 && Date.now() - unseenSince >= OUT_OF_SIGHT;
  unseenSince = isHidden ? Date.now() : 0;
  if (isLate) return rest();
  document.documentElement.toggleAttribute('data-unseen', isHidden);
  if (isHidden) unseen = setTimeout(rest, OUT_OF_SIGHT);
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
