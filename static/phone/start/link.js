/** The words of an invitation's link, taken out of the address before anything else happens. */

export function takeLink() {
  const words = decodeURIComponent(location.hash.slice(1));
  if (words) history.replaceState(history.state, '', location.pathname);
  return words;
}
