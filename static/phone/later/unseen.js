/** A microphone is on only while its page is seen. */

/**
 * Call `then`, once, as soon as an element is out of sight: another page, another app, leaving.
 * @param {HTMLElement} element
 * @param {() => void} then
 * @returns {() => void} stop watching
 */
export function whenUnseen(element, then) {
  const look = () => {
    if (document.visibilityState === 'visible' && element.getClientRects().length) return;
    stop();
    then();
  };
  const watcher = new MutationObserver(look);
  const stop = () => {
    watcher.disconnect();
    document.removeEventListener('visibilitychange', look);
    removeEventListener('pagehide', look);
  };
  watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ['hidden'] });
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', look);
  return stop;
}
