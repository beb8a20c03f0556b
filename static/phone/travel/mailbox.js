/** Calls to the mailbox. The service worker never sees them; nothing here is kept. */

/** @import { Bytes } from '../../envelope/shape.js' */

import { isLater } from './patience.js';

/** No answer, or none that came from the mailbox itself. */
export class NoSignal extends Error {
  code = 'no_signal';
}

/**
 * An answer that says no, or not now. `code` is the mailbox's stable code, or `later`; `after` is in
 * how many seconds the same may be asked again.
 */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {{error?: string, tries_left?: number}} [body]
   * @param {string | null} [after] as the mailbox, or a proxy before it, wrote it
   */
  constructor(status, body = {}, after = null) {
    super(body.error);
    this.status = status;
    this.code = isLater(status) ? 'later' : (body.error ?? 'refused');
    this.triesLeft = body.tries_left;
    this.after = /^\d{1,4}$/.test(after ?? '') ? Number(after) : A_WHILE;
  }
}

/** Milliseconds, body and all. */
const LONGEST_WAIT = 120_000;
/** Seconds, where nobody says when to come again. */
const A_WHILE = 60;

/** Which history the mailbox is in: a restored one has begun another. */
const HISTORY = 'Youthvoice-Epoch';
/** @type {string | undefined} */
let history;
/** @type {() => void} */
let changed = () => undefined;

/**
 * Call this when the mailbox answers from another history than before.
 * @param {() => void} listener
 */
export function whenHistoryChanges(listener) {
  changed = listener;
}

/**
 * The answer's body. Throws `NoSignal` or `Refused`.
 * @param {string} method
 * @param {string} path
 * @param {{token?: string, json?: unknown, bytes?: Bytes}} [options]
 * @returns {Promise<Bytes>}
 */
export async function call(method, path, { token, json, bytes } = {}) {
  const headers = new Headers();
  if (token) headers.set('Authorization', `Bearer ${token}`);
  if (json) headers.set('Content-Type', 'application/json');
  if (bytes) headers.set('Content-Type', 'application/octet-stream');
  const body = json ? JSON.stringify(json) : bytes;
  const { status, said, after } = await reach(path, { method, headers, body });
  if (status < 300) return said;
  throw new Refused(status, refusal(said), after);
}

/**
 * JSON that the mailbox said. Throws `NoSignal`: anything else came from somebody on the way.
 * @param {Bytes} said
 */
export function parsed(said) {
  try {
    return JSON.parse(new TextDecoder().decode(said));
  } catch {
    throw new NoSignal();
  }
}

/**
 * @param {string} path
 * @param {RequestInit} request
 */
async function reach(path, request) {
  const quiet = /** @type {const} */ ({
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
  });
  const given = new AbortController();
  const waited = setTimeout(() => given.abort(), LONGEST_WAIT);
  try {
    const answer = await fetch(`/api/${path}`, { ...request, ...quiet, signal: given.signal });
    noteHistory(answer.headers.get(HISTORY));
    const said = new Uint8Array(await answer.arrayBuffer());
    return { status: answer.status, said, after: answer.headers.get('Retry-After') };
  } catch {
    throw new NoSignal();
  } finally {
    clearTimeout(waited);
  }
}

/** @param {string | null} now */
function noteHistory(now) {
  if (!now || now === history) return;
  if (history) changed();
  history = now;
}

/** @param {Bytes} said */
function refusal(said) {
  try {
    return parsed(said) ?? {};
  } catch {
    return {};
  }
}
