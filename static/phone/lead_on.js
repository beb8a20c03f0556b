/**
 * Puts the `#` of a link back that something on the way wrote as `%23`, and goes on from there.
 *
 * The words leave the address and this entry of the history before anything else is asked for; what
 * stands behind a `#` is never sent.
 */
const MOST = 3;

/**
 * Undone as often as it was done: each thing on the way may have written it once more.
 * @param {string} path
 */
function plain(path) {
  let found = path;
  for (let n = 0; n < MOST && !found.includes('#'); n += 1) {
    try {
      found = decodeURIComponent(found);
    } catch {
      break;
    }
  }
  return found;
}

const [before, ...words] = plain(location.pathname).split('#');
const start = /^\/(?:[\w-]+\/?)?$/.test(before) ? before : '/';
history.replaceState(null, '', `${start}#${words.join(' ').replace(/\/+$/, '')}`);
location.reload();
