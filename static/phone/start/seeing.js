/** What was read of what came, remembered with its invitation: the rest is new. */

/** @import { App } from './app.js' */

import { entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';

/** Which messages a page shows. @type {Record<string, string[]>} */
const SHOWN_ON = {
  letter: ['publication', 'shared'],
  plan: ['publication', 'shared'],
  happened: ['publication'],
  shared: ['shared'],
};

/**
 * A page of what came is shown. A phone that will not keep it calls it new again, and no more.
 * @param {App} app
 * @param {string} name
 */
export async function see(app, name) {
  const kinds = SHOWN_ON[name];
  if (!kinds) return;
  const own = entry(app.space, 'me');
  const decide = async () => {
    const me = await vault.read(own);
    const found = await Promise.all(kinds.map((kind) => vault.read(entry(app.space, kind))));
    const seen = { ...me.seen };
    for (const [at, kind] of kinds.entries()) if (found[at]) seen[kind] = found[at].serial;
    const isNews = kinds.some((kind) => seen[kind] !== me.seen?.[kind]);
    return isNews ? { [own]: { ...me, seen } } : {};
  };
  await vault.change(decide).catch(() => undefined);
}
