/** “I have read it”: said by a button and by nothing else. Where it was said, it says so. */

import { fill } from './fill.js';

/**
 * What was sent from here to say that it was read; `undefined` if nothing.
 * @param {any} said
 * @param {string} item
 * @param {string | number} which a report's id, or a publication's serial
 */
export function readingOf(said, item, which) {
  return Object.values(said).find(
    ({ read }) => read?.item === item && String(read.which) === String(which),
  );
}

/**
 * @param {any} said
 * @param {Record<string, string | number | undefined>} items which of each item is shown
 */
export function showReadings(said, items) {
  for (const [item, which] of Object.entries(items)) {
    const place = /** @type {HTMLElement | null} */ (
      document.querySelector(`[data-page] [data-have-read="${item}"]`)
    );
    if (!place) continue;
    const reading = readingOf(said, item, which ?? '');
    fill(place, {
      unread: !reading,
      unread_trouble: false,
      read: reading,
      read_on: reading?.on ?? '',
      read_waits: reading?.at === 'phone',
      read_refused: reading?.at === 'refused',
      read_known: reading?.at === 'received',
    });
    place.dataset.which = String(which ?? '');
  }
}
