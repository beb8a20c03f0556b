/** The microphone, and what it hears as parts of about a second. */

/** @import { Bytes } from '../../envelope/shape.js' */

import { withLength } from './webm.js';

/** Milliseconds of one part: no more than this is lost when a phone dies. */
const SLICE = 1_000;
/** Bits a second: speech is clear, and five minutes get through a weak signal. */
const BITS = 20_000;
/** What browsers record, the first choice first. */
const SORTS = ['audio/webm;codecs=opus', 'audio/webm', 'audio/mp4'];

/** There is no recording. `code`: `absent`, `refused` or `busy`. */
export class NoMicrophone extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** Ask for the microphone. Throws `NoMicrophone`. */
export async function microphone() {
  if (!navigator.mediaDevices || !sort()) throw new NoMicrophone('absent');
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  } catch (wrong) {
    throw new NoMicrophone(codeOf(/** @type {DOMException} */ (wrong).name));
  }
}

/** What is being said, from the moment it is made. `stop` it, and wait until it has `ended`. */
export class Recording {
  /**
   * Begins at once.
   * @param {MediaStream} stream
   * @param {(at: number, bytes: Bytes) => Promise<void>} keep
   */
  constructor(stream, keep) {
    const mimeType = sort();
    const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS });
    /** @type {Promise<void>[]} */
    const kept = [];
    /** @type {Promise<Bytes>[]} */
    const heard = [];
    recorder.ondataavailable = ({ data }) => {
      if (!data.size) return;
      const at = heard.push(bytesOf(data)) - 1;
      kept.push(heard[at].then((bytes) => keep(at, bytes)));
    };
    this.keep = keep;
    this.stream = stream;
    this.recorder = recorder;
    this.type = (mimeType ?? '').split(';')[0];
    /** Its seconds, 1 at least, once it has stopped for whatever reason and is kept; 0 for nothing. */
    this.ended = new Promise((resolve) => {
      recorder.onstop = resolve;
    }).then(() => this.release(kept, heard[0]));
    this.since = performance.now();
    recorder.start(SLICE);
  }

  /** Whole seconds until now. */
  get elapsed() {
    return Math.round((performance.now() - this.since) / 1_000);
  }

  /** The microphone is off when this returns. */
  stop() {
    if (this.recorder.state !== 'inactive') this.recorder.stop();
    turnOff(this.stream);
  }

  /**
   * @param {Promise<void>[]} kept
   * @param {Promise<Bytes> | undefined} first
   */
  async release(kept, first) {
    const length = performance.now() - this.since;
    turnOff(this.stream);
    await Promise.all(kept);
    if (!first) return 0;
    await this.keep(0, await withLength(await first, length));
    return Math.max(Math.round(length / 1_000), 1);
  }
}

/** @param {MediaStream} stream */
export function turnOff(stream) {
  for (const track of stream.getTracks()) track.stop();
}

/**
 * @param {Blob} data
 * @returns {Promise<Bytes>}
 */
async function bytesOf(data) {
  return new Uint8Array(await data.arrayBuffer());
}

function sort() {
  return SORTS.find((one) => globalThis.MediaRecorder?.isTypeSupported(one));
}

/** @param {string} name of what the browser says is wrong */
function codeOf(name) {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' ? 'absent' : 'busy';
}
