/** What is on this phone and nowhere else, since when, and what could become of it. */

/** @import { OnlyHere } from '../keep/only_here.js' */

import { today } from '../keep/days.js';
import { fill } from './fill.js';
import { page } from './pages.js';

/**
 * @param {OnlyHere} here
 * @param {string} guard the kind of lock
 * @param {boolean} isTidy whether nothing from before that lock is left
 */
export function showKept({ drafted, waiting, since }, guard, isTidy) {
  const data = { drafted, waiting, since, only_here: drafted + waiting, untidy: !isTidy };
  const guards = {
    is_open: guard === 'open',
    is_pin: guard === 'pin',
    is_safer: guard === 'safer',
  };
  for (const name of ['kept', 'remove', 'guard']) fill(page(name), { ...data, ...guards });
  fill(page('kept'), { nothing_here: !data.only_here, apple: 'standalone' in navigator });
  fill(page('home'), { only_here_since: since < today() ? since : '' });
}

/** Whether the browser has promised not to clear it by itself: asked when somebody wants to know. */
export async function showPromise() {
  const promised = Boolean(await navigator.storage?.persisted?.().catch(() => false));
  fill(page('kept'), { promised, unpromised: !promised });
}
