/** Calls to the mailbox. The service worker never sees them; nothing here is kept. */

/** @import { Bytes } from '../../envelope/shape.js' */

/** No answer, or none that came from the mailbox itself. */
export class NoSignal extends Error {
  code = 'no_signal';
}

/** An answer that says no, or not now. `code` is the mailbox's stable code. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {{error?: string, tries_left?: number}} body
   */
  constructor(status, body) {
    super(body.error);
    this.status = status;
    this.code = status >= UNWELL ? 'no_signal' : (body.error ?? 'refused');
    this.triesLeft = body.tries_left;
  }
}

/** Milliseconds, body and all. */
const LONGEST_WAIT = 120_000;
/** From this status on the server itself is not well; to a person that is as if there were none. */
const UNWELL = 500;

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
  const { status, said } = await reach(path, { method, headers, body });
  if (status < 300) return said;
  throw new Refused(status, refusal(said));
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
    return { status: answer.status, said: new Uint8Array(await answer.arrayBuffer()) };
  } catch {
    throw new NoSignal();
  } finally {
    clearTimeout(waited);
  }
}

/** @param {Bytes} said */
function refusal(said) {
  try {
    return parsed(said) ?? {};
  } catch {
    return {};
  }
}
