/**
 * Says a page, one passage after the other, in one voice, and shows what it is saying. A passage
 * that the voice fails at is passed over, and that is told at the end.
 */

/** @import { Passage } from './passages.js' */

import { markPassage, markWord, unmark } from './marking.js';
import { passagesOf } from './passages.js';

/** Some browsers forget what they are saying, and never end, unless somebody holds on to it. */
/** @type {SpeechSynthesisUtterance | undefined} */
let said;

/**
 * @param {HTMLElement} page
 * @param {SpeechSynthesisVoice} voice
 * @param {(isWhole: boolean) => void} ended called once, after the last word or when it is hushed,
 *   with whether all that it came to was said
 * @returns {() => void} hushes it
 */
export function say(page, voice, ended) {
  const left = passagesOf(page);
  let isWhole = true;
  const end = () => {
    left.length = 0;
    if (!said) return;
    said = undefined;
    speechSynthesis.cancel();
    unmark();
    ended(isWhole);
  };
  const next = () => {
    const passage = left.shift();
    if (!passage) return end();
    said = spoken(passage, voice, next, () => {
      isWhole = false;
      next();
    });
    markPassage(passage);
    speechSynthesis.speak(said);
  };
  next();
  return end;
}

/**
 * @param {Passage} passage
 * @param {SpeechSynthesisVoice} voice
 * @param {() => void} next
 * @param {() => void} failed
 */
function spoken(passage, voice, next, failed) {
  const one = new SpeechSynthesisUtterance(passage.text);
  one.voice = voice;
  one.lang = voice.lang;
  one.onboundary = ({ name, charIndex, charLength }) => {
    if (name !== 'sentence' && one === said) markWord(passage, charIndex, charLength);
  };
  one.onend = () => one === said && next();
  one.onerror = () => one === said && failed();
  return one;
}
