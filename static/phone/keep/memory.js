/** What a page keeps while it is open and nowhere else: as much of an object store as we use. */

export class Memory {
  /** @param {Map<string, any>} [kept] */
  constructor(kept = new Map()) {
    this.kept = kept;
  }

  /** @param {string} name */
  get(name) {
    return { result: this.kept.get(name) };
  }

  getAllKeys() {
    return { result: [...this.kept.keys()] };
  }

  getAll() {
    return { result: [...this.kept.values()] };
  }

  /**
   * @param {any} value
   * @param {string} name
   */
  put(value, name) {
    this.kept.set(name, value);
  }

  /** @param {string} name */
  delete(name) {
    this.kept.delete(name);
  }

  clear() {
    this.kept.clear();
  }
}
