/** What hard words mean: ours, fetched when there is something to read, and those of the area. */

import { inert } from './inert.js';

/** @import { Term } from './finding.js' */
/** @typedef {{terms: Term[], panel: HTMLElement}} Glossary terms, and what a meaning is shown in */

/** @type {Promise<Glossary> | undefined} */
let fetched;
/** @type {{term: string, meaning: string}[]} */
let ofTheArea = [];

/**
 * Words of the area whose council wrote: their meaning wins over ours.
 * @param {{term: string, meaning: string}[]} words
 */
export function useAreaWords(words) {
  ofTheArea = words;
}

/**
 * With no signal, where it was never kept, there is none; it is asked for again another time.
 * @returns {Promise<Glossary | undefined>}
 */
export async function glossary() {
  fetched ??= fetchOurs();
  try {
    const { terms, panel } = await fetched;
    return { terms: withArea(terms), panel };
  } catch {
    fetched = undefined;
    return undefined;
  }
}

/** @returns {Promise<Glossary>} */
async function fetchOurs() {
  const answer = await fetch(`/${document.documentElement.dataset.language}/words/`);
  if (!answer.ok) throw new Error(String(answer.status));
  const parsed = inert(await answer.text());
  const { content } = /** @type {HTMLTemplateElement} */ (parsed.querySelector('template'));
  return {
    terms: [...parsed.querySelectorAll('dl > div')].map(termOf),
    panel: /** @type {HTMLElement} */ (content.firstElementChild),
  };
}

/** @param {Element} entry */
function termOf(entry) {
  return {
    names: [...entry.querySelectorAll('dt')].map((name) => name.textContent ?? ''),
    meaning: entry.querySelector('dd')?.textContent ?? '',
    asWritten: entry.hasAttribute('data-as-written'),
  };
}

/** @param {Term[]} terms */
function withArea(terms) {
  const all = [...terms];
  for (const { term, meaning } of ofTheArea) {
    const isIt = (/** @type {string} */ name) => name.toLowerCase() === term.toLowerCase();
    const at = all.findIndex(({ names }) => names.some(isIt));
    if (at < 0) all.push({ names: [term], meaning });
    else all[at] = { ...all[at], meaning };
  }
  return all;
}
