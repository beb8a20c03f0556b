/** Walk cases in a real browser: `walk` says how many of each kind ran and which failed. */

import { BadEnvelope } from '../../../static/envelope/shape.js';
import { KINDS } from './kinds.js';
import { seal } from './live.js';

/** @typedef {Record<string, any>} Case */
/** @typedef {Record<string, {private: string, public: string}>} Keys */

/**
 * @param {string} given JSON in ASCII: `{keys, cases: {kind: [case, …]}}`
 * @returns {Promise<{ran: Record<string, number>, failures: string[]}>}
 */
async function walk(given) {
  const { keys, cases } = JSON.parse(given);
  /** @type {Record<string, number>} */
  const ran = {};
  const failures = [];
  for (const [kind, some] of Object.entries(cases)) {
    ran[kind] = 0;
    for (const one of some) {
      const found = stable(await outcome(kind, one, keys));
      if (found !== stable(one.expect))
        failures.push(`${kind}: ${one.name}: ${found.slice(0, 200)}`);
      ran[kind] += 1;
    }
  }
  return { ran, failures };
}

/**
 * What a case gives, or the stable code of what it throws; anything else thrown is told as such.
 * @param {string} kind
 * @param {Case} one
 * @param {Keys} keys
 */
async function outcome(kind, one, keys) {
  try {
    return await KINDS[kind](one, keys);
  } catch (error) {
    return error instanceof BadEnvelope ? { error: error.code } : { thrown: String(error) };
  }
}

/**
 * JSON with keys in order, so that equal values give equal text.
 * @param {unknown} value
 * @returns {string}
 */
function stable(value) {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${stable(item)}`).join()}}`;
}

Object.assign(globalThis, { walk, seal });
