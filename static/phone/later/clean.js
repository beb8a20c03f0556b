/**
 * A picture and nothing but a picture: no place, no time, no device, no words beside it.
 *
 * A canvas writes no camera data, but browsers write parts of their own. Every part of a file that
 * a picture does not need to be drawn is left out; a list of what may stay also keeps out what
 * nobody has thought of. A file that cannot be followed to its very end is not clean.
 */

/** @import { Bytes } from '../../envelope/shape.js' */
/** @typedef {{name: string | number, from: number, to: number}} Part */

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const CHUNKS = 'IHDR PLTE IDAT IEND tRNS sRGB gAMA cHRM sBIT bKGD pHYs'.split(' ');
/** JPEG: the picture's size and tables, its scans, its end, and the JFIF header. */
const SEGMENTS = [0xc0, 0xc1, 0xc2, 0xc4, 0xda, 0xdb, 0xdd, 0xe0, 0xd9];
const SCAN = 0xda;
const END = 0xd9;
/** @type {Set<string | number>} */
const KEPT = new Set([...CHUNKS, ...SEGMENTS]);

/**
 * The same picture with nothing else in its file; nothing for what is no whole JPEG or PNG.
 * @param {Bytes} bytes
 * @returns {Promise<Bytes | undefined>}
 */
export async function cleaned(bytes) {
  const parts = partsOf(bytes);
  if (!parts) return undefined;
  const kept = parts.filter(({ name }) => KEPT.has(name));
  const start = bytes.slice(0, parts[0].from);
  const whole = new Blob([start, ...kept.map(({ from, to }) => bytes.slice(from, to))]);
  return new Uint8Array(await whole.arrayBuffer());
}

/**
 * The file's parts in order, or nothing where they do not make up all of it.
 * @param {Bytes} bytes
 */
function partsOf(bytes) {
  const isPng = PNG.every((byte, at) => bytes[at] === byte);
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  if (!isPng && !isJpeg) return undefined;
  const [from, next, last] = isPng
    ? /** @type {const} */ ([PNG.length, chunkAt, 'IEND'])
    : /** @type {const} */ ([2, segmentAt, END]);
  /** @type {Part[]} */
  const parts = [];
  for (let at = from; at < bytes.length; at = parts[parts.length - 1].to) {
    const part = next(bytes, at);
    if (!part || part.to > bytes.length || (part.name === last) !== (part.to === bytes.length)) {
      return undefined;
    }
    parts.push(part);
  }
  return parts.length ? parts : undefined;
}

/**
 * @param {Bytes} bytes
 * @param {number} at
 * @returns {Part | undefined}
 */
function chunkAt(bytes, at) {
  if (at + 12 > bytes.length) return undefined;
  const size = new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0);
  const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
  return { name, from: at, to: at + 12 + size };
}

/**
 * @param {Bytes} bytes
 * @param {number} at
 * @returns {Part | undefined}
 */
function segmentAt(bytes, at) {
  const name = bytes[at + 1];
  if (bytes[at] !== 0xff || !isPart(name)) return undefined;
  if (name === END) return { name, from: at, to: at + 2 };
  const to = at + 2 + bytes[at + 2] * 256 + bytes[at + 3];
  return { name, from: at, to: name === SCAN ? endOfScan(bytes, to) : to };
}

/**
 * Where the next part begins: within a scan, 0xff stands before a zero or a restart.
 * @param {Bytes} bytes
 * @param {number} from
 */
function endOfScan(bytes, from) {
  let at = from;
  while (at < bytes.length && !(bytes[at] === 0xff && isPart(bytes[at + 1]))) at += 1;
  return at;
}

/** @param {number} marker */
function isPart(marker) {
  return marker !== 0 && !(marker >= 0xd0 && marker <= 0xd7);
}
