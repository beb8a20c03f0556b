/**
 * Reads the page that is shown aloud, with a voice that lives on this device: what is read goes to
 * nobody. Where there is no such voice for the page's language, nothing is offered. It hushes when
 * the page changes, and when nobody is looking.
 */

import { fill } from '../show/fill.js';
import { shownPage } from '../show/pages.js';

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
  if (stop) return hush();
  const page = shownPage();
  const { say } = await import(button().dataset.file ?? '').catch(() => ({}));
  const voice = ownVoice();
  if (!say) button().hidden = true;
  else if (voice && page && page === shownPage()) begin(say, page, voice);
}

/**
 * @param {typeof import('../later/aloud.js').say} say
 * @param {HTMLElement} page
 * @param {SpeechSynthesisVoice} voice
 */
function begin(say, page, voice) {
  hush();
  fill(button(), { aloud: true, silent: false });
  stop = say(page, voice, () => {
    stop = undefined;
    fill(button(), { aloud: false, silent: true });
  });
}

export function hush() {
  stop?.();
}

function offer() {
  button().hidden = !ownVoice();
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

function button() {
  return /** @type {HTMLElement} */ (document.querySelector('[data-act="listen"]'));
}
