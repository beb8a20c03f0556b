/** The chair's letter as elements: a handful of plain ones, without attributes. */

import { inert } from './inert.js';

const KNOWN = new Set(['P', 'BR', 'STRONG', 'EM', 'UL', 'OL', 'LI', 'H2']);

/**
 * Nodes for HTML that the record has cleaned and signed; anything unknown gives only its text.
 * @param {string} html
 * @returns {Node[]}
 */
export function nodesOf(html) {
  return [...inert(html).body.childNodes].flatMap(copied);
}

/**
 * @param {Node} node
 * @returns {Node[]}
 */
function copied(node) {
  if (node instanceof Text) return [document.createTextNode(node.data)];
  const children = [...node.childNodes].flatMap(copied);
  if (!(node instanceof Element) || !KNOWN.has(node.tagName)) return children;
  const copy = document.createElement(node.tagName);
  copy.append(...children);
  return [copy];
}
