/** The words of an invitation's link, taken out of the address before anything else happens. */

/** Just the words: what a messenger wrapped around them or escaped in them is left behind. */
export function takeLink() {
  const words = location.hash.slice(1).replace(/%[\da-f]{2}/gi, ' ');
  if (location.hash) history.replaceState(history.state, '', location.pathname);
  return words.trim();
}
