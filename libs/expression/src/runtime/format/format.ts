import { RowFault } from '../../row-fault.ts';
import { type SqlType, typeName } from '../../types/sql-type.ts';
import type { Json, SqlValue } from '../../value.ts';
import { jsonText, prettyText } from '../json/text.ts';
import { bignumeric, numeric } from '../numeric.ts';
import { textMaker } from './literal-text.ts';
import { decimalReal, realText, type Sized, wholeText } from './number.ts';
import { padded } from './pad.ts';
import { type Piece, piecesOf, type Specifier, WIDTH_MAX } from './pieces.ts';

/** The most characters that FORMAT gives. */
const LENGTH_MAX = 1_048_576;

/** What is wrong with a format for arguments of these types; null if nothing is. */
export function formatFault(format: string, types: readonly SqlType[]): string | null {
  const pieces = piecesOf(format);
  return 'fault' in pieces ? pieces.fault : argumentsFault(pieces, types);
}

/** A format made for arguments of these types: gives null where one is null that `%t` and `%T` do not write. */
export function formatterOf(format: string, types: readonly SqlType[]): (values: readonly SqlValue[]) => string | null {
  const pieces = piecesOf(format);
  const fault = 'fault' in pieces ? pieces.fault : argumentsFault(pieces, types);
  if (fault !== null || 'fault' in pieces) throw new RowFault(`FORMAT: ${fault}`);
  let at = 0;
  const writers = pieces.map((piece) => {
    if (typeof piece === 'string') return () => piece;
    const first = at;
    at += sizesOf(piece) + 1;
    return pieceWriter(piece, first, types[at - 1]);
  });
  return (values) => joined(writers, values);
}

function joined(
  writers: readonly ((values: readonly SqlValue[]) => string | null)[],
  values: readonly SqlValue[],
): string | null {
  let text = '';
  let isNull = false;
  for (const write of writers) {
    const part = write(values);
    if (part === null) isNull = true;
    else text += part;
    if (text.length > LENGTH_MAX) throw new RowFault(`FORMAT gives more than ${LENGTH_MAX} characters`);
  }
  return isNull ? null : text;
}

/** How many arguments before the value say how wide and how precise it is. */
const sizesOf = ({ width, precision }: Specifier): number => (width === '*' ? 1 : 0) + (precision === '*' ? 1 : 0);

function argumentsFault(pieces: readonly Piece[], types: readonly SqlType[]): string | null {
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') continue;
    for (let size = sizesOf(piece); size > 0; size--, at++) {
      const type = types[at];
      if (type !== undefined && type.kind !== 'INT64') return `* takes an INT64, not ${typeName(type)}`;
    }
    const type = types[at];
    if (type === undefined) return `it takes more than ${types.length} arguments`;
    if (piece.isGrouped && piece.precision !== null && 'dioxX'.includes(piece.verb)) {
      return `%${piece.verb} takes a precision or the flag ', not both`;
    }
    if (!takes(piece.verb, type)) return `%${piece.verb} does not take ${typeName(type)}`;
    at += 1;
  }
  return at === types.length ? null : `it takes ${at} arguments, not ${types.length}`;
}

function takes(verb: string, { kind }: SqlType): boolean {
  if ('tT'.includes(verb)) return kind !== 'MAP';
  if ('dioxX'.includes(verb)) return kind === 'INT64';
  if ('fFeEgG'.includes(verb)) return kind === 'FLOAT64' || kind === 'NUMERIC' || kind === 'BIGNUMERIC';
  if (verb === 's') return kind === 'STRING';
  return 'pP'.includes(verb) && kind === 'JSON';
}

type Write = (value: never, spec: Sized) => string;

function pieceWriter(
  piece: Specifier,
  first: number,
  type: SqlType | undefined,
): (values: readonly SqlValue[]) => string | null {
  if (type === undefined) throw new Error('The arguments of a format were counted before.');
  const write = valueWriter(piece.verb, type);
  const takesNull = 'tT'.includes(piece.verb);
  const precisionAt = first + (piece.width === '*' ? 1 : 0);
  const valueAt = first + sizesOf(piece);
  return (values) => {
    const width = piece.width === '*' ? (values[first] ?? null) : (piece.width ?? 0);
    const precision = piece.precision === '*' ? (values[precisionAt] ?? null) : piece.precision;
    const value = values[valueAt] ?? null;
    if (width === null || (piece.precision === '*' && precision === null) || (value === null && !takesNull))
      return null;
    return write(value as never, sized(piece, Number(width), precision === null ? null : Number(precision)));
  };
}

/** A negative width is one to the left, a negative precision none. */
function sized(piece: Specifier, width: number, precision: number | null): Sized {
  if (Math.abs(width) > WIDTH_MAX || (precision ?? 0) > WIDTH_MAX) {
    throw new RowFault(`FORMAT pads to at most ${WIDTH_MAX} characters`);
  }
  return {
    ...piece,
    isLeft: piece.isLeft || width < 0,
    width: Math.abs(width),
    precision: precision !== null && precision < 0 ? null : precision,
  };
}

function valueWriter(verb: string, type: SqlType): Write {
  if ('dioxX'.includes(verb)) return wholeText;
  if ('fFeEgG'.includes(verb)) {
    return type.kind === 'FLOAT64' ? realText : decimalReal(type.kind === 'NUMERIC' ? numeric : bignumeric);
  }
  if (verb === 's') return stringText;
  const text = textOf(verb, type);
  return (value: SqlValue, spec: Sized) =>
    padded({ sign: '', body: cut(text(value), spec.precision), spec, zeros: false });
}

/** With any flag or size the text is C's, and ends at a NUL. */
function stringText(value: string, spec: Sized): string {
  const body = spec.isBare ? value : (value.split('\0', 1)[0] ?? '');
  return padded({ sign: '', body: cut(body, spec.precision), spec, zeros: false });
}

function textOf(verb: string, type: SqlType): (value: SqlValue) => string {
  if (verb === 'p') return (value) => jsonText((value as Json).node);
  if (verb === 'P') return (value) => prettyText((value as Json).node);
  return textMaker(type, verb === 'T' ? 'literal' : 'plain');
}

const cut = (text: string, length: number | null): string =>
  length === null || length >= text.length ? text : Array.from(text).slice(0, length).join('');
