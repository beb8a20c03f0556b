/** What the other ways to answer have in common: how they are opened, emptied and closed. */

/** @import { Desk } from '../start/ways.js' */

import { template } from '../show/fill.js';
import { codeOf, showTrouble } from '../show/trouble.js';
import { focusFirst, say } from './say.js';

export class OtherWay {
  /**
   * @param {'voice' | 'picture'} name
   * @param {Desk} desk
   */
  constructor(name, desk) {
    this.name = name;
    this.desk = desk;
    this.root = template(name);
    /** Whether somebody asked for it, though nothing is attached. */
    this.wanted = false;
  }

  /** Bring the page up to date with what is attached: without it nothing is shown unasked. */
  draw() {
    this.root.hidden = !this.desk.now() && !this.wanted;
  }

  /** Somebody wants to answer in this way. */
  open() {
    this.wanted = true;
    this.draw();
    focusFirst(this.root);
  }

  delete() {
    this.wanted = true;
    this.desk.set(undefined);
    this.draw();
    say(this.root, 'deleted');
    focusFirst(this.root);
  }

  close() {
    this.wanted = false;
    this.draw();
    const ways = this.root.closest('[data-ways]');
    const opener = ways?.querySelector(`[data-act="${this.name}"]`);
    if (opener instanceof HTMLElement) opener.focus();
  }

  /** @param {unknown} wrong */
  fail(wrong) {
    showTrouble(this.root, codeOf(wrong));
  }
}
