/** On paper everything that can be unfolded is; afterwards it is folded as it was. */

import { shownPage } from './pages.js';

/** @type {HTMLDetailsElement[]} */
let folded = [];

export function unfoldOnPaper() {
  addEventListener('beforeprint', () => {
    folded = [...(shownPage()?.querySelectorAll('details') ?? [])].filter(({ open }) => !open);
    for (const one of folded) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of folded) one.open = false;
  });
}
