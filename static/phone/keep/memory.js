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

  /** @param {IDBKeyRange} range */
  getAllKeys(range) {
    return { result: this.within(range).map(([name]) => name) };
  }

  /** @param {IDBKeyRange} range */
  getAll(range) {
    return { result: this.within(range).map(([, value]) => value) };
  }

  /** @param {IDBKeyRange} range */
  within(range) {
    const found = [...this.kept].filter(([name]) => range.includes(name));
    return found.sort(([one], [other]) => (one < other ? -1 : 1));
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
