/** What a page deletes stays on the disk until the browser tidies up. The server can hurry it. */

/** Milliseconds to wait for signal. */
const LONGEST_WAIT = 3_000;

/** Make the browser clear all its files of this address now. Throws where there is no signal. */
export async function clearDisk() {
  const signal = AbortSignal.timeout(LONGEST_WAIT);
  await fetch('/empty', { method: 'POST', headers: { Empty: 'yes' }, signal });
}
