/**
 * One day as a calendar's file (RFC 5545): a name, a day, a time if there is one. No place, nobody
 * else, no alarm, no words about it: calendars are shared, and what is in one shows on a locked
 * screen. The time is "floating": what the clock on the wall says, wherever the phone is.
 */

/** @typedef {{name: string, on: string, at?: string}} Day */
/**
 * What was put into a calendar: the id stays, and the sequence grows whenever the day is another.
 * @typedef {{uid: string, sequence: number, on: string, at: string}} Version
 */

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
/** Octets of a line, without its end. */
const WIDTH = 75;
const HOUR = 3_600_000;
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
 * What goes into the calendar now: with the same sequence for the same day, so that a file that is
 * opened once more changes nothing, and a higher one for a day that moved, so that it does.
 * @param {Version | string | undefined} before an older version kept the id alone
 * @param {{on: string, at: string}} day
 * @param {() => string} newId
 * @returns {Version}
 */
export function versionOf(before, { on, at }, newId) {
  if (!before) return { uid: newId(), sequence: 0, on, at };
  const { uid, sequence, ...had } =
    typeof before === 'string' ? { uid: before, sequence: 0, on: '', at: '' } : before;
  const moved = had.on !== on || had.at !== at;
  return { uid, sequence: sequence + Number(moved), on, at };
}

/**
 * The file's text. The whole day where `at` is no time such as "16:00"; else an hour, since nobody
 * knows how long it takes, and a calendar needs an end to find what else is then.
 * @param {Day} day
 * @param {{uid: string, sequence: number}} version
 * @param {Date} now
 */
export function calendarOf({ name, on, at }, { uid, sequence }, now) {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Notes//Notes//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${bare(now.toISOString().slice(0, 19))}Z`,
    `SEQUENCE:${sequence}`,
    ...timesOf(on, at),
    `SUMMARY:${escaped(name)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/**
 * From when until when: the end of a whole day is the day after it.
 * @param {string} on
 * @param {string} [at]
 */
function timesOf(on, at = '') {
  if (TIME.test(at)) {
    const [start, end] = [0, HOUR].map((later) => wall(`${on}T${at}`, later).slice(0, 19));
    return [`DTSTART:${bare(start)}`, `DTEND:${bare(end)}`];
  }
  const [start, end] = [0, 24 * HOUR].map((later) => wall(`${on}T00:00`, later).slice(0, 10));
  return [`DTSTART;VALUE=DATE:${bare(start)}`, `DTEND;VALUE=DATE:${bare(end)}`];
}

/**
 * What a clock on the wall that is never put forward or back says so much later.
 * @param {string} when such as "2027-01-11T16:00"
 * @param {number} later milliseconds
 */
function wall(when, later) {
  return new Date(Date.parse(`${when}:00Z`) + later).toISOString();
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
