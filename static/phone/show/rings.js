/**
 * The rings of a place view, drawn: a second way to the same controls, for a finger. Each tap on a
 * ring picks the next of its choices, and after the last none.
 */

import { controlsOf } from '../answers/controls.js';

export function offerRings() {
  for (const ring of ringsIn(document)) ring.addEventListener('click', () => tapped(ring));
}

/**
 * Bring the drawing up to date with what is picked.
 * @param {HTMLElement} asked
 */
export function drawRings(asked) {
  for (const ring of ringsIn(asked)) {
    const picked = choicesOf(ring).find(({ checked }) => checked);
    const words = /** @type {Element} */ (ring.querySelector('.ring__state'));
    ring.dataset.state = picked?.value ?? '';
    words.textContent = picked?.labels?.[0]?.textContent?.trim() ?? '';
  }
}

/** @param {SVGElement} ring */
function tapped(ring) {
  const choices = choicesOf(ring);
  const next = choices.findIndex(({ checked }) => checked) + 1;
  for (const [at, choice] of choices.entries()) choice.checked = at === next;
  choices[0].dispatchEvent(new Event('input', { bubbles: true }));
}

/** @param {SVGElement} ring */
function choicesOf(ring) {
  const asked = /** @type {HTMLElement} */ (ring.closest('[data-question]'));
  return controlsOf(asked).filter(({ name }) => name === ring.dataset.ring);
}

/** @param {ParentNode} root */
function ringsIn(root) {
  return /** @type {SVGElement[]} */ ([...root.querySelectorAll('[data-ring]')]);
}
