/** Longer texts are made each time: they seldom come twice. */
const LENGTH_MAX = 24;
const WORDS = LENGTH_MAX / 4;
const PLACES = 1_024;
/** Of a product the highest bits depend on all of what was multiplied: they choose the place. */
const MIX = 0x9e3779b1;
const PLACE_SHIFT = 22;

/** To ignore a byte order mark is to keep it: it is a character like others. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Texts by their bytes. Of short ones some are remembered, and are the same string when they come again: none is made, and a map that has it finds it without hashing
 * it anew. Those that were not met for long are written over; memory is what it was at the start, and the strings.
 */
export class Texts {
  readonly #texts: string[] = new Array<string>(PLACES).fill('');
  /** Of each place, how many bytes, and which: words of four, the last of which begins four before the end. */
  readonly #lengths = new Uint8Array(PLACES);
  readonly #words = new Int32Array(PLACES * WORDS);

  /** The text that stands in [from, to) of the bytes that both show. */
  of(bytes: Uint8Array, view: DataView, from: number, to: number): string {
    const length = to - from;
    if (length < 4 || length > LENGTH_MAX) return length === 0 ? '' : this.#other(bytes, from, to);
    const last = to - 4;
    let hash = length;
    for (let at = from; at < last; at += 4) hash = mixed(hash ^ view.getInt32(at, true));
    hash = mixed(hash ^ view.getInt32(last, true));
    const place = Math.imul(hash, MIX) >>> PLACE_SHIFT;
    if (this.#lengths[place] === length && this.#holds(place * WORDS, view, from, last))
      return this.#texts[place] as string;
    return this.#put(place, bytes, view, from, to);
  }

  #holds(own: number, view: DataView, from: number, last: number): boolean {
    const words = this.#words;
    for (let at = from; at < last; at += 4) if (words[own++] !== view.getInt32(at, true)) return false;
    return words[own] === view.getInt32(last, true);
  }

  #put(place: number, bytes: Uint8Array, view: DataView, from: number, to: number): string {
    const text = textOf(bytes, from, to);
    const last = to - 4;
    let own = place * WORDS;
    for (let at = from; at < last; at += 4) this.#words[own++] = view.getInt32(at, true);
    this.#words[own] = view.getInt32(last, true);
    this.#lengths[place] = to - from;
    this.#texts[place] = text;
    return text;
  }

  /** The platform has texts of one character of its own. */
  #other(bytes: Uint8Array, from: number, to: number): string {
    return to - from > LENGTH_MAX ? decoder.decode(bytes.subarray(from, to)) : textOf(bytes, from, to);
  }
}

const mixed = (hash: number): number => {
  const product = Math.imul(hash, MIX);
  return product ^ (product >>> 16);
};

/** ASCII unit by unit: of texts so short the decoder of the platform costs more. */
function textOf(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) {
    const unit = bytes[at] as number;
    if (unit >= 0x80) return decoder.decode(bytes.subarray(from, to));
    text += String.fromCharCode(unit);
  }
  return text;
}
