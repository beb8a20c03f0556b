/**
 * Somebody else's phone, used once: nothing is written to it. The page begins anew, from the same
 * link, so that nothing of its owner's notes is in it; everything is in its memory alone.
 *
 * The address that says so leaves at once: after a reload this is an ordinary page that knows nobody.
 */

import { keepInMemory } from '../keep/store.js';

const ONCE = '?once';

/** Begin anew. @param {string} link */
export function borrow(link) {
  location.replace(`${location.pathname}${ONCE}#${link}`);
}

/** Before anything is read: whether this page was begun so. */
export function takeBorrowed() {
  if (location.search !== ONCE) return;
  history.replaceState(history.state, '', location.pathname + location.hash);
  keepInMemory();
}
