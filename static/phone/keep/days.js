/** Days as this phone's clock has them, for people to read and for nothing else. */

/** Today, as `YYYY-MM-DD`. */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
