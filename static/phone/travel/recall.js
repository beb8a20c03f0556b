/**
 * Changing and taking back what was said. What has not left this phone simply does not leave it;
 * what may have left is followed by a message that says so.
 */

/** @typedef {{envelope: string, question: string, audience: string, value: any, whose?: string}}
 *   Said one answer that was sent */

import { entry } from '../keep/spaces.js';
import { change, read } from '../keep/vault.js';
import { sendingOf } from './outbox.js';

/**
 * Take one answer back.
 * @param {number} space
 * @param {Said} point
 * @param {import('./outbox.js').About} about
 */
export function takeBack(space, { envelope, question }, about) {
  return change(async () => {
    const said = await saidIn(space);
    if (isHere(said[envelope])) return withdrawn(space, said, envelope, question);
    const audience = 'worker';
    const back = { question, audience, value: {}, instead_of: envelope, taken_back: true };
    return sendingOf(space, [back], about, said);
  });
}

/**
 * Put one answer back where it can be written anew.
 * @param {number} space
 * @param {Said} point
 * @param {typeof import('../answers/draft.js').draftWith} draftWith
 */
export function reopen(space, point, draftWith) {
  const { envelope, question, audience, value, whose } = point;
  /** @type {(() => void) | undefined} */
  let show;
  return change(
    async () => {
      const said = await saidIn(space);
      const isUnsent = isHere(said[envelope]);
      const before = isUnsent ? answerIn(said[envelope], question)?.instead_of : envelope;
      const answer = { value, audience, ...(whose && { whose }), instead_of: before };
      const again = await draftWith(question, answer);
      show = again.show;
      const changes = isUnsent ? await withdrawn(space, said, envelope, question) : {};
      return { ...changes, [entry(space, 'draft')]: again.draft };
    },
    () => show?.(),
  );
}

/**
 * @param {number} space
 * @returns {Promise<Record<string, any>>}
 */
async function saidIn(space) {
  return (await read(entry(space, 'said'))) ?? {};
}

/**
 * Whether it has never been on its way.
 * @param {any} sending
 */
function isHere(sending) {
  return sending?.at === 'phone' && !sending.left;
}

/**
 * @param {any} sending
 * @param {string} question
 */
function answerIn(sending, question) {
  return sending.answers.find((/** @type {any} */ one) => one.question === question);
}

/**
 * A sending without that answer: what else was in it is sealed anew.
 * @param {number} space
 * @param {Record<string, any>} said
 * @param {string} envelope
 * @param {string} question
 */
async function withdrawn(space, said, envelope, question) {
  const { [envelope]: sending, ...others } = said;
  const rest = sending.answers.filter((/** @type {any} */ one) => one.question !== question);
  const changes = await sendingOf(space, rest, sending.about, others);
  return { ...changes, [entry(space, `out/${envelope}`)]: undefined };
}
