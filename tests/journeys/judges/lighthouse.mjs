/**
 * Lighthouse's accessibility and best practices, of the first page and of the opened app.
 *
 *     node tests/journeys/judges/lighthouse.mjs ADDRESS PROFILE
 *
 * prints for each the scores, of 100, and the audits that took something off.
 */

import { argv, stdout } from 'node:process';
import lighthouse from 'lighthouse';
import { open } from './browser.mjs';

const HOW = {
  onlyCategories: ['accessibility', 'best-practices'],
  disableStorageReset: true,
  throttlingMethod: 'provided',
  logLevel: 'error',
};

const [address, profile] = argv.slice(2);
const browser = await open(profile);
const stranger = await browser.createBrowserContext();
const verdicts = {
  'the first page': await judged(await stranger.newPage()),
  'the opened app': await judged((await browser.pages())[0]),
};
await browser.close();
stdout.write(JSON.stringify(verdicts));

/** @param {import('puppeteer-core').Page} page */
async function judged(page) {
  const { lhr } = await lighthouse(address, HOW, undefined, page);
  const scores = Object.values(lhr.categories).map(({ id, score }) => [id, 100 * (score ?? 0)]);
  const weighing = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs);
  const lost = weighing.filter(({ id, weight }) => weight && lhr.audits[id].score === 0);
  return { scores: Object.fromEntries(scores), lost: lost.map(({ id }) => id) };
}
