/**
 * A drawing, or a photo of one. A drawing is kept, sealed, after every stroke; a photo is drawn
 * anew before it is kept, so that nothing of what the camera wrote is ever stored.
 */

/** @import { Bytes } from '../../envelope/shape.js' */
/** @import { Desk } from '../start/ways.js' */

import { fill, template } from '../show/fill.js';
import { showTrouble } from '../show/trouble.js';
import { Sheet } from './canvas.js';
import { bytesOf, mustGiveBack, redrawn } from './photo.js';
import { focusFirst, say } from './say.js';
import { OtherWay } from './way.js';

/**
 * @param {HTMLElement} place
 * @param {Desk} desk
 */
export function mount(place, desk) {
  return new Picture(place, desk);
}

/**
 * Show a picture beside its button; a second press takes it away.
 * @param {HTMLElement} button
 * @param {Bytes} bytes
 * @param {string} type
 */
export async function show(button, bytes, type) {
  const wasShown = button.ariaPressed === 'true';
  button.ariaPressed = String(!wasShown);
  if (wasShown) return button.parentElement?.querySelector('.picture')?.remove();
  const item = template('picture-shown');
  button.after(item);
  await showIn(item, bytes, type);
}

class Picture extends OtherWay {
  /**
   * @param {HTMLElement} place
   * @param {Desk} desk
   */
  constructor(place, desk) {
    super('picture', desk);
    const canvas = /** @type {HTMLCanvasElement} */ (this.root.querySelector('canvas'));
    this.canvas = canvas;
    this.sheet = new Sheet(canvas, () => this.drawn());
    this.drawing = false;
    /** Whether a photo is on its way from the camera to where it is kept. */
    this.coming = false;
    this.shownId = '';
    /** @type {Promise<unknown>} */
    this.last = Promise.resolve();
    this.root.addEventListener('click', (event) => this.clicked(event));
    this.file.addEventListener('input', (event) => event.stopPropagation());
    this.file.addEventListener('change', () => this.chosen());
    this.file.addEventListener('cancel', () => this.desk.cameBack());
    place.replaceChildren(this.root);
  }

  get file() {
    return /** @type {HTMLInputElement} */ (this.root.querySelector('[type="file"]'));
  }

  /** What is attached now may be another picture, or none. */
  show() {
    this.draw();
  }

  isBusy() {
    return this.drawing || this.coming;
  }

  draw() {
    const picture = this.desk.now();
    this.root.hidden = !picture && !this.drawing && !this.wanted;
    fill(this.root, {
      picture_idle: !picture && !this.drawing,
      picture_drawing: this.drawing,
      picture_kept: picture && !this.drawing,
      picture_sources: !this.drawing,
      picture_here: picture?.id,
      picture_gone: picture && !picture.id,
    });
    const isNew = picture?.id && picture.id !== this.shownId && !this.drawing;
    if (isNew) this.preview(picture).catch((wrong) => this.fail(wrong));
  }

  /** @param {{id: string, type: string}} picture */
  async preview({ id, type }) {
    await this.last;
    const bytes = await this.desk.bytes(id);
    if (!bytes.length || this.desk.now()?.id !== id) return;
    this.shownId = id;
    const frame = /** @type {HTMLElement} */ (this.root.querySelector('.picture'));
    await showIn(frame, bytes, type);
  }

  /** @param {Event} event */
  clicked(event) {
    const button = /** @type {Element} */ (event.target).closest('[data-do]');
    if (!(button instanceof HTMLElement)) return;
    showTrouble(this.root);
    say(this.root);
    const { colour } = button.dataset;
    if (colour) return this.pick(button, colour);
    /** @type {Record<string, () => unknown>} */
    const does = {
      draw: () => this.begin(),
      undo: () => this.sheet.undo(),
      clear: () => this.sheet.clear(),
      done: () => this.done(),
      choose: () => this.goOut(),
      delete: () => this.delete(),
      close: () => this.close(),
    };
    try {
      does[button.dataset.do ?? '']?.();
    } catch (wrong) {
      this.fail(wrong);
    }
  }

  begin() {
    mustGiveBack();
    this.drawing = true;
    this.sheet.strokes = [];
    this.sheet.draw();
    this.id = this.desk.newBlob();
    this.draw();
    focusFirst(this.root);
  }

  /**
   * @param {HTMLElement} button
   * @param {string} colour
   */
  pick(button, colour) {
    this.sheet.colour = colour;
    for (const other of this.root.querySelectorAll('[data-colour]')) {
      other.ariaPressed = String(other === button);
    }
  }

  /** A stroke was drawn or taken back: what stands on the sheet is kept. */
  drawn() {
    mustGiveBack();
    const { id = '' } = this;
    const type = 'image/png';
    if (this.desk.now()?.id !== id) this.desk.set({ id, type });
    this.last = this.last
      .then(() => bytesOf(this.canvas, type))
      .then((bytes) => this.desk.keep(id, 0, bytes))
      .catch((wrong) => this.fail(wrong));
  }

  done() {
    this.drawing = false;
    if (this.sheet.isEmpty && this.desk.now()?.id === this.id) this.desk.set(undefined);
    this.draw();
    say(this.root, this.desk.now() ? 'kept' : undefined);
    focusFirst(this.root);
  }

  /** To the camera or the gallery. Not every browser says that nothing was chosen there. */
  goOut() {
    mustGiveBack();
    this.desk.goOut();
    this.file.click();
    const isBack = () => this.coming || this.desk.cameBack();
    document.addEventListener('pointerdown', isBack, { once: true, capture: true });
  }

  async chosen() {
    const [file] = this.file.files ?? [];
    this.coming = Boolean(file);
    try {
      if (file) await this.keep(file);
    } catch (wrong) {
      this.fail(wrong);
    } finally {
      this.coming = false;
      this.file.value = '';
      this.desk.cameBack();
    }
  }

  /** @param {File} file */
  async keep(file) {
    const bytes = await redrawn(file);
    const id = this.desk.newBlob();
    this.desk.set({ id, type: 'image/jpeg' });
    await this.desk.keep(id, 0, bytes);
    this.draw();
    say(this.root, 'kept');
    focusFirst(this.root);
  }
}

/**
 * @param {HTMLElement} frame
 * @param {Bytes} bytes
 * @param {string} type
 */
async function showIn(frame, bytes, type) {
  const image = /** @type {HTMLImageElement} */ (frame.querySelector('img'));
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  image.src = url;
  await image.decode().finally(() => URL.revokeObjectURL(url));
}
