/** What is attached to a thing said and still on this phone: it can be heard or seen here. */

import { fill, template } from './fill.js';

/** @typedef {Record<string, {whole: string}>} Sendings by the blob's id */

/**
 * A point with what of it is still here.
 * @param {any} point
 * @param {Sendings} sendings
 */
export function withKept(point, sendings) {
  const kept = Object.entries(point.value).flatMap(([part, content]) => {
    const id = idOf(content?.sha256, sendings);
    return id ? [{ part, id, type: content.type }] : [];
  });
  return kept.length ? { ...point, kept } : point;
}

/** @param {{part: string, id: string, type: string}} kept */
export function keptItem({ part, id, type }) {
  const item = fill(template('kept'), { part });
  const button = /** @type {HTMLElement} */ (item.querySelector('button'));
  Object.assign(button.dataset, { blob: id, part, type });
  return item;
}

/**
 * @param {string} whole
 * @param {Sendings} sendings
 */
function idOf(whole, sendings) {
  return Object.keys(sendings).find((id) => sendings[id].whole === whole);
}
