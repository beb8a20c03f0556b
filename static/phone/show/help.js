/** The numbers of the council's own that came with the invitation. */

import { fill, template } from './fill.js';
import { page } from './pages.js';

/** @param {{name: string, number: string}[]} numbers */
export function showNumbers(numbers) {
  const list = page('help').querySelector('[data-list="numbers"]');
  list?.replaceChildren(
    ...numbers.map((one) => {
      const item = fill(template('number'), one);
      const link = /** @type {HTMLAnchorElement} */ (item.querySelector('[data-call]'));
      link.href = `tel:${one.number.replace(/[^\d+]/g, '')}`;
      return item;
    }),
  );
}
