/**
 * One day as a calendar's file (RFC 5545): a name, a day, a time if there is one. No place, nobody
 * else, no alarm, no words about it: calendars are shared, and what is in one shows on a locked
 * screen. The time is "floating": what the clock on the wall says, wherever the phone is.
 */

/** @typedef {{name: string, on: string, at?: string}} Day */

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
/** Octets of a line, without its end. */
const WIDTH = 75;
const UNPRINTED = /(?!\n)\p{Cc}/gu;

/**
 * Whether it is a day that a calendar has.
 * @param {unknown} on
 * @returns {on is string}
 */
export function isDay(on) {
  const [, year, month, date] = DAY.exec(String(on ?? '')) ?? [];
  const found = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  return found.getUTCMonth() + 1 === Number(month) && found.getUTCDate() === Number(date);
}

/**
 * The file's text. The whole day where `at` is no time such as "16:00".
 * @param {Day} day
 * @param {string} uid unlike any other
 * @param {Date} now
 */
export function calendarOf({ name, on, at }, uid, now) {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Notes//Notes//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${bare(now.toISOString().slice(0, 19))}Z`,
    startOf(on, at),
    `SUMMARY:${escaped(name)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/**
 * @param {string} on
 * @param {string} [at]
 */
function startOf(on, at = '') {
  return TIME.test(at) ? `DTSTART:${bare(`${on}T${at}:00`)}` : `DTSTART;VALUE=DATE:${bare(on)}`;
}

/** @param {string} iso */
function bare(iso) {
  return iso.replaceAll(/[-:]/g, '');
}

/** @param {string} text */
function escaped(text) {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(UNPRINTED, '')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/**
 * No line longer than it may be, and no letter cut in two; what goes on begins with a space.
 * @param {string} line
 */
function folded(line) {
  let [whole, used] = ['', 0];
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (used + size > WIDTH) [whole, used] = [`${whole}\r\n `, 1];
    whole += letter;
    used += size;
  }
  return whole;
}
