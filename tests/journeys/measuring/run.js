/** The measures, by name: `measure(['targets', 'contrast'])`. */

import { contrast } from './contrast.js';
import { cut, layered, sideways } from './room.js';
import { covered, targets, touching } from './targets.js';

/** @type {Record<string, () => string[]>} */
const MEASURES = { contrast, covered, cut, layered, sideways, targets, touching };

/** @param {string[]} measures */
function measure(measures) {
  return measures.flatMap((name) => MEASURES[name]().map((wrong) => `${name}: ${wrong}`));
}

Object.assign(globalThis, { measure });
