/**
 * Questions that were answered and sent before. Where an answer is a state (how I want to take
 * part, how safe I feel) a new one takes the place of the last; words are added to words, and a
 * question of theirs (`data-adds`) to those that they asked before.
 */

/** @import { Answer } from './controls.js' */

import { question } from './controls.js';

const ADDED = ['words', 'line'];

/** The envelope of the last answer to each question that stands. @type {Map<string, string>} */
let last = new Map();

/** @param {{question: string, envelope: string, gone: boolean}[]} points oldest first */
export function rememberSent(points) {
  last = new Map(points.filter(({ gone }) => !gone).map((one) => [one.question, one.envelope]));
}

/**
 * Whether it was answered before, and what a new answer does.
 * @param {string} id
 * @returns {'' | 'added' | 'instead'}
 */
export function sentBefore(id) {
  if (!last.has(id)) return '';
  const { kind = '', adds } = question(id)?.dataset ?? {};
  return adds !== undefined || ADDED.includes(kind) ? 'added' : 'instead';
}

/**
 * What is given, as it is sent: each answer with the envelope that it takes the place of, and whose
 * words it is only where somebody was there.
 * @param {Map<string, Answer>} given
 * @param {boolean} isBeside
 */
export function asSent(given, isBeside) {
  return [...given].map(([question, { whose, ...answer }]) => {
    const before = sentBefore(question) === 'instead' ? last.get(question) : undefined;
    return {
      question,
      ...(before && { instead_of: before }),
      ...answer,
      ...(isBeside && whose && { whose }),
    };
  });
}
