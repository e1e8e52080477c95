import { RowFault } from '../row-fault.ts';

/**
 * The FORMAT of a CAST from a number to text: `$999,999.00`, `S9.99EEEE`, `000X` (GoogleSQL, "Format numeric type as string"). Elements are known
 * whatever their case; that of `X`, `C` and `EEEE` is the case of what they write. The locale is that of the United States.
 */
export type NumberFormat = DecimalFormatting | HexadecimalFormatting;

interface Formatting {
  /** Where the sign goes: `S` before or after, `MI` after, `PR` around, or before where there is no element for it. */
  readonly sign: 'before' | 'S before' | 'S after' | 'MI' | 'PR';
  /** FM: without spaces, and without zeros at the end. */
  readonly isCompact: boolean;
}

export interface DecimalFormatting extends Formatting {
  readonly kind: 'decimal';
  /** What stands before the point: `0`, `9` and `,`. */
  readonly whole: string;
  /** How many digits there may be before the point. */
  readonly digits: number;
  /** `V` stands for a point that is not written. */
  readonly point: '' | '.' | 'V';
  readonly places: number;
  readonly exponent: '' | 'e' | 'E';
  readonly currency: '' | '$' | 'USD' | 'usd';
  /** B: spaces where the whole part is zero. */
  readonly isBlankForZero: boolean;
}

export interface HexadecimalFormatting extends Formatting {
  readonly kind: 'hexadecimal';
  /** `X` or `x` for each digit, in the case that it is written in. */
  readonly digits: string;
  /** From which digit on zeros are written before the number. */
  readonly firstZero: number;
}

const ELEMENT = /FM|MI|PR|RN|EEEE|TM[9E]?|[$09X.,DGSBVCL]/iy;
/** What an element is called in the shape of a FORMAT, where it is not called by its letter. */
const SHAPES: ReadonlyMap<string, string> = new Map([
  ['MI', 'M'],
  ['PR', 'P'],
  ['RN', 'R'],
  ['D', '.'],
  ['G', ','],
]);
const DECIMAL = /^(S?)([09,]*)([.V]?)([09]*)([Ee]?)([SMP]?)$/;
const HEXADECIMAL = /^(S?)([0Xx]+)([SMP]?)$/;

const LENGTH_MAX = 1_048_576;
const HEXADECIMAL_DIGITS_MAX = 16;

/** A fault for what is no FORMAT of a number. */
export function numberFormat(format: string): NumberFormat {
  const { shape, currencies, compacts, blanks } = elementsOf(format);
  const refuse = (what: string): RowFault => new RowFault(`the FORMAT ${quoted(format)} ${what}`);
  const [currency = '', ...currenciesMore] = currencies;
  if (currenciesMore.length > 0) throw refuse('has more than one of $, C and L');
  if (compacts > 1 || blanks > 1) throw refuse(`has ${compacts > 1 ? 'FM' : 'B'} twice`);
  if (/[RT]/.test(shape)) throw refuse('has RN or TM, which are not written yet');
  if (!/[09Xx]/.test(shape)) throw refuse('has no digit: 0, 9 or X');
  const isCompact = compacts > 0;
  if (!/x/i.test(shape)) {
    const decimal = decimalOf(shape, currency, isCompact, blanks > 0);
    if (decimal !== null) return decimal;
    throw refuse(
      'is not of the form S 999,999 . 999 EEEE S: a sign (S; at the end MI or PR too) at one end, commas only before the point and not with EEEE',
    );
  }
  const hexadecimal = currency === '' && blanks === 0 ? hexadecimalOf(shape, isCompact) : null;
  if (hexadecimal === null) throw refuse('has X together with more than 0, FM and a sign (S; at the end MI or PR too)');
  if (hexadecimal.digits.length > HEXADECIMAL_DIGITS_MAX) throw refuse(`has more than 16 hexadecimal digits`);
  return hexadecimal;
}

interface Elements {
  /** A character for each element that has a place. */
  readonly shape: string;
  readonly currencies: readonly DecimalFormatting['currency'][];
  readonly compacts: number;
  readonly blanks: number;
}

function elementsOf(format: string): Elements {
  if (format.length > LENGTH_MAX) throw new RowFault(`the FORMAT is longer than ${LENGTH_MAX} characters`);
  const [shape, currencies]: [string[], DecimalFormatting['currency'][]] = [[], []];
  let [compacts, blanks] = [0, 0];
  for (let at = 0; at < format.length; ) {
    ELEMENT.lastIndex = at;
    const [text] = ELEMENT.exec(format) ?? [];
    if (text === undefined) throw unknown(format, at);
    at += text.length;
    const name = text.toUpperCase();
    if (name === 'FM') compacts += 1;
    else if (name === 'B') blanks += 1;
    else if (name === 'C') currencies.push(text === 'C' ? 'USD' : 'usd');
    else if (name === '$' || name === 'L') currencies.push('$');
    else shape.push(shapeOf(text, name));
  }
  return { shape: shape.join(''), currencies, compacts, blanks };
}

function shapeOf(text: string, name: string): string {
  const first = text.slice(0, 1);
  if (name === 'X' || name === 'EEEE') return first;
  return SHAPES.get(name) ?? first.toUpperCase();
}

/** null: it is none. */
function decimalOf(
  shape: string,
  currency: DecimalFormatting['currency'],
  isCompact: boolean,
  isBlankForZero: boolean,
): DecimalFormatting | null {
  const [match, front = '', whole = '', point = '', places = '', exponent = '', back = ''] = DECIMAL.exec(shape) ?? [];
  if (match === undefined || (front !== '' && back !== '')) return null;
  if (whole.includes(',') && (exponent !== '' || (whole.startsWith(',') && front === ''))) return null;
  return {
    kind: 'decimal',
    sign: signOf(front, back),
    isCompact,
    // With an exponent there is one digit before the point, however many there might be.
    whole: exponent === '' ? whole : whole.slice(-1),
    digits: whole.replaceAll(',', '').length,
    // The pattern has nothing else in these places.
    point: point as DecimalFormatting['point'],
    places: places.length,
    exponent: exponent as DecimalFormatting['exponent'],
    currency,
    isBlankForZero,
  };
}

/** null: it is none. */
function hexadecimalOf(shape: string, isCompact: boolean): HexadecimalFormatting | null {
  const [match, front = '', elements = '', back = ''] = HEXADECIMAL.exec(shape) ?? [];
  if (match === undefined || (front !== '' && back !== '')) return null;
  const zero = elements.indexOf('0');
  return {
    kind: 'hexadecimal',
    sign: signOf(front, back),
    isCompact,
    // A zero has the case of the next digit.
    digits: elements.replaceAll(/0+([Xx]?)/g, (zeros, next: string) => (next || 'X').repeat(zeros.length)),
    firstZero: zero === -1 ? elements.length : zero,
  };
}

function signOf(front: string, back: string): Formatting['sign'] {
  if (front !== '') return 'S before';
  if (back === '') return 'before';
  return back === 'S' ? 'S after' : back === 'M' ? 'MI' : 'PR';
}

const quoted = (format: string): string => JSON.stringify(format.slice(0, 100));

const unknown = (format: string, at: number): RowFault =>
  new RowFault(
    `the FORMAT ${quoted(format)} has no element at ${JSON.stringify(format.slice(at, at + 20))}; there are 0 9 X . D V , G S MI PR $ C L B FM EEEE`,
  );
