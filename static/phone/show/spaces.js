/** The other invitations on this phone: whose each is, what it has to tell, what is to be done. */

import { fill, template } from './fill.js';
import { page } from './pages.js';

/**
 * @typedef {{space: number, role: string, name: string, child: string, meeting: string,
 *   ended: boolean, to_read: boolean, drafted: number, waiting: number}} Summary
 */

/**
 * What needs doing first, then whose meeting comes first; what is over comes last. For an advocate,
 * whose list it is, it stands above all else.
 * @param {{me: any, others: Summary[]}} all
 */
export function showSpaces({ me, others }) {
  const list = /** @type {HTMLElement} */ (page('home').querySelector('[data-list="spaces"]'));
  list.replaceChildren(...[...others].sort(inOrder).map(itemOf));
  fill(page('home'), { several: others.length });
  const isCaseload = me.role === 'advocate';
  const place = page('home').querySelector(`[data-place="${isCaseload ? 'first' : 'last'}"]`);
  const card = /** @type {HTMLElement} */ (list.parentElement);
  if (card.parentElement !== place) place?.append(card);
}

/** @param {Summary} one */
function itemOf(one) {
  const isCase = one.role === 'advocate';
  const item = fill(template('space'), {
    other_name: isCase ? one.child : one.name,
    other_child: isCase ? '' : one.child,
    other_reads: one.to_read,
    other_drafts: isCase && one.drafted,
    other_waits: one.waiting,
    other_ended: one.ended,
    other_meeting: isCase && !one.ended ? one.meeting : '',
  });
  const button = /** @type {HTMLElement} */ (item.querySelector('[data-space]'));
  button.dataset.space = String(one.space);
  return item;
}

/**
 * @param {Summary} one
 * @param {Summary} other
 */
function inOrder(one, other) {
  const [mine, theirs] = [one, other].map(rank);
  const days = [one, other].map(({ meeting }) => meeting || '9999');
  return mine - theirs || compared(days[0], days[1]) || one.space - other.space;
}

/** @param {Summary} one */
function rank({ ended, to_read: toRead, drafted, waiting }) {
  if (ended) return 4;
  if (toRead) return 0;
  return drafted ? 1 : waiting ? 2 : 3;
}

/**
 * @param {string} one
 * @param {string} other
 */
function compared(one, other) {
  return one < other ? -1 : Number(one > other);
}
