/** Saying that something was read: an envelope like any other, once for each thing. */

import { today } from '../keep/days.js';
import { entry } from '../keep/spaces.js';
import { change, read } from '../keep/vault.js';
import { sealed } from './sealed.js';

/**
 * Seal it and keep it to be sent. What was said before is not said again. Throws `NotSaved`.
 * @param {number} space
 * @param {string} item `report`, `letter` or `plan`
 * @param {string} which a report's id, or a publication's serial
 */
export function sayRead(space, item, which) {
  return change(async () => {
    const said = (await read(entry(space, 'said'))) ?? {};
    if (Object.values(said).some((one) => one.read?.item === item && one.read.which === which)) {
      return {};
    }
    const on = today();
    const named = item === 'report' ? { id: which } : { serial: Number(which) };
    const words = { kind: 'read', item, ...named, on };
    const { id, bytes } = await sealed(await read(entry(space, 'me')), words);
    const reading = { on, answers: [], at: 'phone', read: { item, which } };
    return {
      [entry(space, `out/${id}`)]: bytes,
      [entry(space, 'said')]: { ...said, [id]: reading },
    };
  });
}
