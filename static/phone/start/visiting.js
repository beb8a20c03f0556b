/** Which sections somebody has looked into, remembered with their invitation. */

/** @import { App } from './app.js' */

import { entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';

/**
 * A phone that will not keep it forgets a place on a path, and nothing that was said.
 * @param {App} app
 * @param {string} section
 */
export async function visit(app, section) {
  const name = entry(app.space, 'me');
  let isNew = false;
  const decide = async () => {
    const me = await vault.read(name);
    const visited = me.visited ?? [];
    isNew = !visited.includes(section);
    return isNew ? { [name]: { ...me, visited: [...visited, section] } } : {};
  };
  await vault.change(decide).catch(() => undefined);
  if (isNew) await app.refreshed().catch(() => undefined);
}
