import { RowFault } from '../row-fault.ts';

/**
 * The FORMAT of a CAST between text and dates or times, as its elements: `YYYY-MM-DD HH24:MI:SS.FF3TZH:TZM`, literals in double quotes, in which `\"` and `\\`
 * are escapes. An element is known by its longest spelling, in any case (GoogleSQL, "Format clause for CAST").
 */
export interface FormatElement {
  /** `YYYY`, `HH24`, `FF` for all of FF1 to FF9; `literal`, or `space` for spaces in a row. */
  readonly name: string;
  readonly group: FormatGroup;
  /** As it is written; of a literal, what it stands for. */
  readonly text: string;
}

export type FormatGroup =
  | 'literal'
  | 'year'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'half of the day'
  | 'zone';

const groups = {
  year: ['Y,YYY', 'YYYY', 'RRRR', 'YYY', 'YY', 'RR', 'Y'],
  month: ['MONTH', 'MON', 'MM'],
  day: ['DDD', 'DAY', 'DD', 'DY', 'D'],
  hour: ['HH12', 'HH24', 'HH'],
  minute: ['MI'],
  second: ['SSSSS', 'SS', 'FF1', 'FF2', 'FF3', 'FF4', 'FF5', 'FF6', 'FF7', 'FF8', 'FF9'],
  'half of the day': ['A.M.', 'P.M.', 'AM', 'PM'],
  zone: ['TZH', 'TZM'],
} as const satisfies Partial<Record<FormatGroup, readonly string[]>>;

const groupOf = new Map<string, FormatGroup>(
  (['year', 'month', 'day', 'hour', 'minute', 'second', 'half of the day', 'zone'] as const).flatMap((group) =>
    groups[group].map((name): [string, FormatGroup] => [name, group]),
  ),
);

const NAMES = [...groupOf.keys()].sort((a, b) => b.length - a.length);
const spellings = NAMES.map((name) => name.replaceAll('.', String.raw`\.`)).join('|');
const ELEMENT = new RegExp(String.raw`(${spellings})|([-./,';:])|"((?:[^"\\]|\\["\\])*)"|( +)`, 'iy');

/** Far beyond what a FORMAT needs; ZetaSQL takes a megabyte. */
const LENGTH_MAX = 65_536;

/** A fault for text that is no element. */
export function formatElements(format: string): readonly FormatElement[] {
  if (format.length > LENGTH_MAX) throw new RowFault(`the FORMAT is longer than ${LENGTH_MAX} characters`);
  const elements: FormatElement[] = [];
  for (let at = 0; at < format.length; ) {
    ELEMENT.lastIndex = at;
    const match = ELEMENT.exec(format);
    if (match === null) throw unknown(format, at);
    elements.push(elementOf(match));
    at += match[0].length;
  }
  return elements;
}

function elementOf([text, word, mark, quoted]: RegExpExecArray): FormatElement {
  if (mark !== undefined) return { name: 'literal', group: 'literal', text };
  if (quoted !== undefined) return { name: 'literal', group: 'literal', text: quoted.replaceAll(/\\(.)/g, '$1') };
  if (word === undefined) return { name: 'space', group: 'literal', text };
  const name = text.toUpperCase();
  return { name: name.startsWith('FF') ? 'FF' : name, group: groupOf.get(name) ?? 'literal', text };
}

const unknown = (format: string, at: number): RowFault =>
  new RowFault(
    `the FORMAT ${JSON.stringify(format.slice(0, 100))} has no element at ${JSON.stringify(format.slice(at, at + 20))}; there are ${NAMES.join(' ')}, the marks - . / , ' ; : and text in double quotes`,
  );
