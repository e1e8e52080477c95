/** Values by what they are made of: one for all that are equal, for as long as somebody holds it. */
export class Interned<T extends object> {
  readonly #known = new Map<string, WeakRef<T>>();
  readonly #gone = new FinalizationRegistry<string>((key) => {
    // Another may have been made since.
    if (this.#known.get(key)?.deref() === undefined) this.#known.delete(key);
  });

  /** How many are remembered; those that nobody holds are forgotten some time after. */
  get size(): number {
    return this.#known.size;
  }

  /** The one of a key, which says all that it is made of, or else one that is made now. */
  of(key: string, make: () => T): T {
    const known = this.#known.get(key)?.deref();
    if (known !== undefined) return known;
    const made = make();
    this.#known.set(key, new WeakRef(made));
    this.#gone.register(made, key);
    return made;
  }
}
