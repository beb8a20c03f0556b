/** How safe somebody felt, over time: for each place a picture, and the same in words. */

import { questions } from '../answers/controls.js';
import { draw } from './chart.js';
import { fill, template } from './fill.js';
import { page } from './pages.js';

/** @typedef {{on: string, number: number}} Score */
/** @typedef {{asked: HTMLElement, scores: Score[]}} Place a question about it, and its answers */

/** So many scores of one place tell of time. */
const SOME = 2;

/** @param {any[]} points */
export function showScores(points) {
  const places = placesOf(points);
  fill(page('home'), { over_time: places.some(({ scores }) => scores.length >= SOME) });
  const list = page('scores').querySelector('[data-list="scores"]');
  list?.replaceChildren(...places.map(cardOf));
}

/**
 * The places that somebody said a number of, in the order of the questions; also what they changed
 * later, for it was so then. What they took back does not count.
 * @param {any[]} points
 * @returns {Place[]}
 */
function placesOf(points) {
  const scales = questions().filter(({ dataset }) => dataset.kind === 'scale');
  const all = scales.map((asked) => ({ asked, scores: scoresOf(asked, points) }));
  return all.filter(({ scores }) => scores.length);
}

/**
 * @param {HTMLElement} asked
 * @param {any[]} points
 */
function scoresOf(asked, points) {
  const own = points.filter(
    ({ question, value, events }) =>
      question === asked.dataset.question &&
      Number.isInteger(value.number) &&
      wordsOf(asked, value.number) &&
      !events.some((/** @type {any} */ { what }) => what === 'taken_back'),
  );
  return own.sort(byTime).map(({ value, events }) => ({ on: events[0].on, number: value.number }));
}

/**
 * The day it came, or, before that, the day it was sent; of one day, what has come stands first.
 * @param {any} one
 * @param {any} other
 */
function byTime({ events: [one] }, { events: [other] }) {
  const [a, b] = [one, other].map(({ on, what }) => `${on} ${what !== 'received'}`);
  return Number(a > b) - Number(a < b);
}

/** @param {Place} place */
function cardOf({ asked, scores }) {
  const leadIn = asked.querySelector('[data-lead-in]')?.textContent;
  const card = fill(template('scores'), { lead_in: leadIn });
  for (const end of /** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll('[data-end]'))) {
    const number = end.dataset.end ?? '';
    const words = wordsOf(asked, number);
    end.append(...[...(words?.cloneNode(true).childNodes ?? [])], ` ${number}`);
  }
  card.querySelector('ol')?.append(...scores.map((score) => lineOf(asked, score)));
  draw(/** @type {SVGElement} */ (card.querySelector('.chart')), scores);
  return card;
}

/**
 * @param {HTMLElement} asked
 * @param {Score} score
 */
function lineOf(asked, score) {
  const words = wordsOf(asked, score.number)?.textContent;
  return fill(template('score'), { ...score, words });
}

/**
 * What stands beside a number where it is picked: a face and words.
 * @param {HTMLElement} asked
 * @param {unknown} number
 */
function wordsOf(asked, number) {
  const control = asked.querySelector(`input[type="radio"][value="${Number(number)}"]`);
  const id = control?.getAttribute('aria-describedby');
  return id ? asked.querySelector(`#${id}`) : null;
}
