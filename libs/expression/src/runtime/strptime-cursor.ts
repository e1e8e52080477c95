/** White space, as C has it. */
export const SPACE = /[ \t\n\v\f\r]/;

/** A text that is read piece by piece, and whether a piece was not there. */
export class TextCursor {
  protected readonly text: string;
  protected at = 0;
  protected failed = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Digits at once, of which there may be fewer; a sign where there may be less than zero. */
  protected number(digits: number, min: number, max: number): number {
    const isNegative = this.text[this.at] === '-';
    const from = this.at + (isNegative ? 1 : 0);
    const width = isNegative ? digits - 1 : digits;
    const found = /^\d*/.exec(this.text.slice(from, from + width))?.[0] ?? '';
    const value = isNegative ? -Number(found) : Number(found);
    if (found === '' || Object.is(value, -0) || value < min || value > max) return this.failing(min);
    this.at = from + found.length;
    return value;
  }

  /** The C library's way: blanks before, and no more digits than the greatest number has, by its value. */
  protected padded(min: number, max: number, digits: number): number {
    while (this.text[this.at] === ' ') this.at += 1;
    let [value, left] = [0, digits];
    if (!/\d/.test(this.text[this.at] ?? '')) return this.failing(min);
    do {
      value = value * 10 + Number(this.text[this.at]);
      this.at += 1;
      left -= 1;
    } while (left > 0 && value * 10 <= max && /\d/.test(this.text[this.at] ?? ''));
    return value < min || value > max ? this.failing(min) : value;
  }

  /** The place of a name among names, whole or of three letters, in any case. */
  protected name(names: readonly string[]): number {
    const rest = this.text.slice(this.at, this.at + 9).toLowerCase();
    for (const [place, name] of names.entries()) {
      const found = [name.toLowerCase(), name.slice(0, 3).toLowerCase()].find((each) => rest.startsWith(each));
      if (found === undefined) continue;
      this.at += found.length;
      return place;
    }
    return this.failing(0);
  }

  protected expect(character: string): void {
    if (this.text[this.at] === character) this.at += 1;
    else this.fail();
  }

  protected skipSpace(): void {
    while (SPACE.test(this.text[this.at] ?? '')) this.at += 1;
  }

  protected fail(): void {
    this.failed = true;
  }

  protected failing(value: number): number {
    this.failed = true;
    return value;
  }
}
