/**
 * Reads the page that is shown aloud, with a voice that lives on this device: what is read goes to
 * nobody. Where there is no such voice for the page's language, nothing is offered. It hushes when
 * the page changes, and when nobody is looking.
 */

import { fill } from '../show/fill.js';
import { shownPage } from '../show/pages.js';

/** Held on to: who leaves at once empties the page. */
const button = /** @type {HTMLElement} */ (document.querySelector('[data-act="listen"]'));

let isAloud = false;
/** What was asked for before this came to nothing. */
let turn = 0;
/** @type {(() => void) | undefined} */
let stop;

export function offerListening() {
  if (!('speechSynthesis' in window)) return;
  offer();
  speechSynthesis.addEventListener?.('voiceschanged', offer);
  addEventListener('pagehide', hush);
  document.addEventListener('visibilitychange', () => document.hidden && hush());
}

/** Begin at the heading, or stop. What says it is fetched when it is first wanted. */
export async function listenOrStop() {
  if (isAloud) return hush();
  show(true);
  fill(document.body, { unheard: false });
  const mine = turn;
  const { say } = await import(button.dataset.file ?? '').catch(() => ({}));
  const [page, voice] = [shownPage(), ownVoice()];
  if (mine !== turn) return;
  if (say && page && voice) stop = say(page, voice, heard);
  else show(false);
  if (!say) button.hidden = true;
}

export function hush() {
  turn += 1;
  stop?.();
  show(false);
}

/** @param {boolean} isWhole whether all that it came to was said */
function heard(isWhole) {
  show(false);
  fill(document.body, { unheard: !isWhole });
}

/** @param {boolean} aloud */
function show(aloud) {
  isAloud = aloud;
  fill(button, { aloud, silent: !aloud });
}

function offer() {
  button.hidden = !ownVoice();
}

/** A voice of this device's own in the page's language: of the same country, if there is one. */
function ownVoice() {
  const { lang } = document.documentElement;
  const language = lang.split('-')[0];
  const own = speechSynthesis
    .getVoices()
    .filter((voice) => voice.localService && voice.lang.split(/[-_]/)[0] === language);
  return own.find((voice) => voice.lang.replace('_', '-') === lang) ?? own[0];
}
