/**
 * A voice note: record, hear, delete, record again. What is said is kept, sealed, as it is said.
 * It is named in the draft before the first part of it is kept, so that a crash leaves no orphan.
 */

/** @import { Bytes } from '../../envelope/shape.js' */
/** @import { Desk } from '../start/ways.js' */

import { fill } from '../show/fill.js';
import { showTrouble } from '../show/trouble.js';
import { microphone, Recording, turnOff } from './microphone.js';
import { focusFirst, say } from './say.js';
import { hush, play } from './sound.js';
import { whenUnseen } from './unseen.js';
import { OtherWay } from './way.js';

/** Milliseconds between two looks at the clock. */
const TICK = 250;
/** Seconds before the end at which it is said that it is near. */
const NEARLY = 30;

/**
 * @param {HTMLElement} place
 * @param {Desk} desk
 */
export function mount(place, desk) {
  return new Voice(place, desk);
}

/**
 * Play a note beside its button; a second press stops it.
 * @param {HTMLElement} button
 * @param {Bytes} bytes
 * @param {string} type
 */
export async function show(button, bytes, type) {
  const wasPlaying = button.ariaPressed === 'true';
  hush();
  if (wasPlaying) return;
  button.ariaPressed = 'true';
  const watching = whenUnseen(button, hush);
  await play(bytes, type, () => {
    watching();
    button.ariaPressed = 'false';
  });
}

class Voice extends OtherWay {
  /**
   * @param {HTMLElement} place
   * @param {Desk} desk
   */
  constructor(place, desk) {
    super('voice', desk);
    /** @type {Recording | undefined} */
    this.recording = undefined;
    this.id = '';
    this.asking = false;
    this.playing = false;
    this.root.addEventListener('click', (event) => this.clicked(event));
    place.replaceChildren(this.root);
  }

  /** @param {any} value what is attached now */
  show(value) {
    if (this.recording && value?.id !== this.id) this.recording.stop();
    this.draw();
  }

  isBusy() {
    return this.asking || this.recording !== undefined;
  }

  draw() {
    const note = this.desk.now();
    const isRecording = this.recording !== undefined;
    this.root.hidden = !note && !isRecording && !this.wanted;
    fill(this.root, {
      voice_idle: !note && !isRecording,
      voice_recording: isRecording,
      voice_kept: note && !isRecording,
      voice_here: note?.id,
      voice_gone: note && !note.id,
      voice_silent: !this.playing,
      voice_playing: this.playing,
      clock: clock(isRecording ? (this.recording?.elapsed ?? 0) : (note?.seconds ?? 0)),
      voice_timed: note?.seconds,
    });
  }

  /** @param {Event} event */
  clicked(event) {
    const button = /** @type {Element} */ (event.target).closest('[data-do]');
    if (!(button instanceof HTMLElement)) return;
    showTrouble(this.root);
    /** @type {Record<string, () => unknown>} */
    const does = {
      record: () => this.record(),
      stop: () => this.recording?.stop(),
      hear: () => this.hear(),
      hush,
      delete: () => this.delete(),
      close: () => this.close(),
    };
    Promise.resolve(does[button.dataset.do ?? '']?.()).catch((wrong) => this.fail(wrong));
  }

  /** Only once the microphone is there does the note before it go. */
  async record() {
    if (this.isBusy()) return;
    hush();
    this.asking = true;
    try {
      const stream = await microphone();
      if (this.root.getClientRects().length) this.begin(stream);
      else turnOff(stream);
    } finally {
      this.asking = false;
    }
  }

  /** @param {MediaStream} stream */
  begin(stream) {
    const id = this.desk.newBlob();
    const recording = new Recording(stream, (at, bytes) => this.desk.keep(id, at, bytes));
    this.id = id;
    this.recording = recording;
    this.desk.set({ id, type: recording.type, seconds: 0 });
    const watching = whenUnseen(this.root, () => recording.stop());
    const ticking = setInterval(() => this.tick(recording), TICK);
    recording.ended.then((seconds) => {
      clearInterval(ticking);
      watching();
      this.end(recording.type, seconds);
    });
    this.draw();
    say(this.root, 'recording');
    focusFirst(this.root);
  }

  /** @param {Recording} recording */
  tick(recording) {
    const longest = Number(this.root.dataset.longest);
    const left = longest - recording.elapsed;
    if (left <= 0) recording.stop();
    else if (left <= NEARLY) say(this.root, 'nearly');
    fill(this.root, { clock: clock(Math.min(recording.elapsed, longest)) });
  }

  /**
   * It stopped, by whatever hand; what the pages hold now may be another note, or somebody else's.
   * @param {string} type
   * @param {number} seconds
   */
  end(type, seconds) {
    const longest = Number(this.root.dataset.longest);
    this.recording = undefined;
    const isNamed = this.desk.now()?.id === this.id;
    const note = { id: this.id, type, seconds: Math.min(seconds, longest) };
    if (isNamed) this.desk.set(seconds ? note : undefined);
    this.wanted ||= !seconds;
    this.draw();
    say(this.root, isNamed ? outcome(seconds, longest) : undefined);
    if (this.root.getClientRects().length) focusFirst(this.root);
  }

  async hear() {
    const { id, type } = this.desk.now();
    const bytes = await this.desk.bytes(id);
    const watching = whenUnseen(this.root, hush);
    this.hears(true);
    await play(bytes, type, () => {
      watching();
      this.hears(false);
    });
  }

  /** @param {boolean} playing */
  hears(playing) {
    this.playing = playing;
    const hadFocus = this.root.contains(document.activeElement);
    this.draw();
    if (hadFocus) focusFirst(this.root);
  }

  delete() {
    hush();
    super.delete();
  }
}

/**
 * @param {number} seconds
 * @param {number} longest
 */
function outcome(seconds, longest) {
  if (!seconds) return 'nothing';
  return seconds >= longest ? 'limit' : 'stopped';
}

/** @param {number} seconds */
function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
