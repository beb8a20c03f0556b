/**
 * Two drafts as one, so that nothing is lost: free text that was written twice stands one below the
 * other; of anything else the newer counts. Who may see it: the fewer of the two.
 */

/** @import { Answer } from './controls.js' */
/** @import { Draft } from './draft.js' */

import { isFreeText, morePrivate } from './controls.js';

/**
 * @param {Draft} older
 * @param {Draft} newer
 * @returns {Draft}
 */
export function joined(older, newer) {
  const draft = { ...older };
  for (const [id, answer] of Object.entries(newer)) {
    draft[id] = older[id] ? both(id, older[id], answer) : answer;
  }
  return draft;
}

/**
 * @param {string} id
 * @param {Answer} older
 * @param {Answer} newer
 * @returns {Answer}
 */
function both(id, older, newer) {
  const value = { ...older.value };
  for (const [part, content] of Object.entries(newer.value)) {
    const isSecond = value[part] && value[part] !== content && isFreeText(id, part);
    value[part] = isSecond ? `${value[part]}\n\n${content}` : content;
  }
  return { ...older, ...newer, value, audience: morePrivate(id, older.audience, newer.audience) };
}
