/** Calls to the mailbox. The service worker never sees them; nothing here is kept. */

/** @import { Bytes } from '../../envelope/shape.js' */

/** No answer, or none that came from the mailbox itself. */
export class NoSignal extends Error {
  code = 'no_signal';
}

/** An answer that says no. `code` is the mailbox's stable code. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {{error?: string, tries_left?: number}} body
   */
  constructor(status, body) {
    super(body.error);
    this.status = status;
    this.code = body.error ?? 'refused';
    this.triesLeft = body.tries_left;
  }
}

const LONGEST_WAIT = 30_000;

/**
 * @param {string} method
 * @param {string} path
 * @param {{token?: string, json?: unknown, bytes?: Bytes}} [options]
 * @returns {Promise<Response>}
 */
export async function call(method, path, { token, json, bytes } = {}) {
  const headers = new Headers();
  if (token) headers.set('Authorization', `Bearer ${token}`);
  if (json) headers.set('Content-Type', 'application/json');
  if (bytes) headers.set('Content-Type', 'application/octet-stream');
  const body = json ? JSON.stringify(json) : bytes;
  const answer = await reach(path, { method, headers, body });
  if (answer.ok) return answer;
  throw answer.status >= 500 ? new NoSignal() : new Refused(answer.status, await said(answer));
}

/**
 * @param {string} path
 * @param {RequestInit} request
 */
async function reach(path, request) {
  const signal = AbortSignal.timeout(LONGEST_WAIT);
  const quiet = /** @type {const} */ ({
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
  });
  try {
    return await fetch(`/api/${path}`, { ...request, ...quiet, signal });
  } catch {
    throw new NoSignal();
  }
}

/** @param {Response} answer */
function said(answer) {
  return answer.json().catch(() => ({}));
}
