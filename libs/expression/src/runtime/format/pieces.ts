/** One `%-8.3f` of a format. */
export interface Specifier {
  readonly verb: string;
  /** Whether there is nothing between the % and the verb. */
  readonly isBare: boolean;
  readonly isLeft: boolean;
  readonly hasPlus: boolean;
  readonly hasSpace: boolean;
  readonly hasZeros: boolean;
  readonly isAlternate: boolean;
  readonly isGrouped: boolean;
  /** `*`: the argument before the value says it. */
  readonly width: number | '*' | null;
  readonly precision: number | '*' | null;
}

export type Piece = string | Specifier;

/** The most characters that a format pads or extends one value to. */
export const WIDTH_MAX = 1_048_576;

const VERBS = 'diouxXfFeEgGsptTP';
const SPECIFIER = /%(?:%|([-+ 0#']*)(\*|\d+)?(\.(\*|\d+)?)?([\s\S])?)/y;

/** A format as its pieces, or what is wrong with it. */
export function piecesOf(format: string): readonly Piece[] | { readonly fault: string } {
  const pieces: Piece[] = [];
  for (let at = 0; at < format.length; ) {
    const next = format.indexOf('%', at);
    if (next === -1) return [...pieces, format.slice(at)];
    if (next > at) pieces.push(format.slice(at, next));
    SPECIFIER.lastIndex = next;
    const [whole = '%', flags = '', width, dot, precision, verb] = SPECIFIER.exec(format) ?? [];
    at = next + whole.length;
    if (whole === '%%') {
      pieces.push('%');
      continue;
    }
    if (verb === undefined || !VERBS.includes(verb)) return { fault: `"${whole}" is no specifier of a format` };
    const [wide, precise] = [sizeOf(width), dot === undefined ? null : sizeOf(precision ?? '0')];
    if (wide === undefined || precise === undefined)
      return { fault: `"${whole}" is wider than ${WIDTH_MAX} characters` };
    pieces.push({
      verb,
      isBare: whole.length === 2,
      isLeft: flags.includes('-'),
      hasPlus: flags.includes('+'),
      hasSpace: flags.includes(' '),
      hasZeros: flags.includes('0'),
      isAlternate: flags.includes('#'),
      isGrouped: flags.includes("'"),
      width: wide,
      precision: precise,
    });
  }
  return pieces;
}

function sizeOf(text: string | undefined): Specifier['width'] | undefined {
  if (text === undefined) return null;
  if (text === '*') return '*';
  return Number(text) <= WIDTH_MAX ? Number(text) : undefined;
}
