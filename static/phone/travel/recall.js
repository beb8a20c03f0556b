/**
 * Changing and taking back what was said. What has not left this phone simply does not leave it;
 * what may have left is followed by a message that says so.
 */

/** @import { Answer } from '../answers/controls.js' */
/** @import { AboutOf } from './outbox.js' */
/** @typedef {Answer & {envelope: string, question: string}} Said one answer that was sent */

import { deletedBlob } from '../keep/blobs.js';
import { begunToday } from '../keep/only_here.js';
import { entry } from '../keep/spaces.js';
import { change, read } from '../keep/vault.js';
import { sendingOf } from './outbox.js';
import { recalled } from './pieces.js';

/**
 * Take one answer back.
 * @param {number} space
 * @param {Said} point
 * @param {AboutOf} aboutOf
 */
export function takeBack(space, { envelope, question }, aboutOf) {
  return change(async () => {
    const said = await saidIn(space);
    if (!isHere(said[envelope])) return takingBack(space, { envelope, question }, aboutOf, said);
    const { changes, blobs } = await withdrawn(space, said, { envelope, question });
    for (const id of blobs) Object.assign(changes, await deletedBlob(space, id));
    return changes;
  });
}

/**
 * Put one answer back where it can be written anew.
 * @param {number} space
 * @param {Said} point
 * @param {typeof import('../answers/draft.js').draftWith} draftWith
 */
export function reopen(space, point, draftWith) {
  /** @type {(() => void) | undefined} */
  let show;
  return change(
    async () => {
      const { answer, changes } = await opened(space, point);
      const again = await draftWith(point.question, answer);
      show = again.show;
      const begun = await begunToday(space);
      return { ...changes, ...begun, [entry(space, 'draft')]: again.draft };
    },
    () => show?.(),
  );
}

/**
 * The answer as a draft has it, and what keeps it from being sent as it was.
 * @param {number} space
 * @param {Said} point
 */
async function opened(space, { envelope, question, value, audience, whose, about }) {
  const said = await saidIn(space);
  const answer = { value, audience, ...(whose && { whose }), ...(about && { about }) };
  if (!isHere(said[envelope])) return { answer: { ...answer, instead_of: envelope }, changes: {} };
  const { before, changes } = await withdrawn(space, said, { envelope, question });
  return { answer: { ...answer, ...before }, changes };
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
 * @param {number} space
 * @param {{envelope: string, question: string}} point
 * @param {AboutOf} aboutOf
 * @param {Record<string, any>} said
 */
function takingBack(space, { envelope, question }, aboutOf, said) {
  const audience = 'worker';
  const back = { question, audience, value: {}, instead_of: envelope, taken_back: true };
  return sendingOf(space, [back], aboutOf, said);
}

/**
 * A sending without that answer: what else was in it is sealed anew. Gives the changes, what the
 * answer was as a draft, and the blobs that only it named.
 * @param {number} space
 * @param {Record<string, any>} said
 * @param {{envelope: string, question: string}} point
 */
async function withdrawn(space, said, { envelope, question }) {
  const { [envelope]: sending, ...others } = said;
  /** @type {any[]} */
  const answers = sending.answers;
  const rest = answers.filter((one) => one.question !== question);
  const it = answers.find((one) => one.question === question);
  const about = { ...sending.about, written_on: sending.on };
  const { value, blobs, changes } = await recalled(space, it.value);
  return {
    before: { value, ...(it.instead_of && { instead_of: it.instead_of }) },
    blobs,
    changes: /** @type {Record<string, any>} */ ({
      ...(await sendingOf(space, rest, () => about, others)),
      ...changes,
      [entry(space, `out/${envelope}`)]: undefined,
    }),
  };
}
