import { type Param, type Pattern, type SqlType, type SqlValue, typeName } from '@isochron/expression';
import { hasMap } from '../case.ts';
import type { Draw } from '../random/draw.ts';
import { hintedValue } from '../random/hint.ts';
import type { Argument, Call } from './call.ts';
import { drawPart } from './parts.ts';
import type { Subject } from './subject.ts';
import { TypeVariables } from './type-variables.ts';

/** Which of a call's arguments are columns. */
export type Style = 'columns' | 'mixed' | 'literals';

/** A random call of a signature. A map is always a column, because there is no literal of one. */
export function drawCall(draw: Draw, subject: Subject, style: Style): Call {
  const variables = new TypeVariables(
    draw,
    subject.params.map(({ pattern }) => pattern),
  );
  const args: Argument[] = [];
  const seen: { readonly type: SqlType; readonly value: SqlValue }[] = [];
  for (const at of drawPlaces(draw, subject.params)) {
    const param = subject.params[at];
    if (param !== undefined) {
      args.push(argumentOf({ draw, param, hint: subject.hints[at] ?? '', style, variables, seen }));
    }
  }
  // The text is settled now: whoever writes the call again, with simpler arguments, gets the same call.
  const write = subject.write(
    draw,
    args.map((_, at) => `\0${at}\0`),
  );
  return {
    args,
    context: [],
    ...(subject.dialect !== undefined && { dialect: subject.dialect }),
    write: (texts) => write.replaceAll(/\0(\d+)\0/g, (_, at: string) => texts[Number(at)] ?? ''),
  };
}

const LEAVE_OUT_PERMILLE = 450;
const SAME_AGAIN_PERMILLE = 150;

/** For each argument the place of its parameter. Parameters that are all repeated, one after the other, are repeated together. */
export function drawPlaces(draw: Draw, params: readonly Param[]): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < params.length; at++) {
    let end = at + 1;
    while (params[at]?.occurs === 'repeated' && params[end]?.occurs === 'repeated') end += 1;
    const group = Array.from({ length: end - at }, (_, of) => at + of);
    for (let count = repeats(draw, params[at], at); count > 0; count--) places.push(...group);
    at = end - 1;
  }
  return places;
}

/** How many arguments there are for a parameter. */
function repeats(draw: Draw, param: Param | undefined, at: number): number {
  if (param === undefined || param.occurs === 'once') return 1;
  if (param.occurs === 'optional') return draw.chance(LEAVE_OUT_PERMILLE) ? 0 : 1;
  return draw.integer(at === 0 ? 1 : 0, 3) || (draw.chance(900) ? 1 : 0);
}

interface Place {
  readonly draw: Draw;
  readonly param: Param;
  readonly hint: string;
  readonly style: Style;
  readonly variables: TypeVariables;
  /** The arguments so far, to be given again now and then. */
  readonly seen: { readonly type: SqlType; readonly value: SqlValue }[];
}

function argumentOf({ draw, param: { pattern, name }, hint, style, variables, seen }: Place): Argument {
  if (pattern.kind === 'part') return { kind: 'text', text: drawPart(draw, hint) };
  if (pattern.kind === 'word') return { kind: 'text', text: draw.pick(pattern.words) };
  if (pattern.kind === 'lambda') return { kind: 'text', text: lambdaText(draw, pattern, variables) };
  const type = variables.typeOf(pattern);
  if (type === null) throw new RangeError(`An argument cannot be a ${pattern.kind}.`);
  const again = seen.filter((each) => typeName(each.type) === typeName(type));
  const value =
    again.length > 0 && draw.chance(SAME_AGAIN_PERMILLE)
      ? draw.pick(again).value
      : hintedValue(
          draw,
          type,
          hint,
          seen.map((each) => each.value),
        );
  seen.push({ type, value });
  const isColumn = hasMap(type) || style === 'columns' || (style === 'mixed' && draw.chance(500));
  const written = isColumn ? 'column' : 'literal';
  return { kind: 'value', type, value, written, name, bareNull: draw.chance(250) };
}

function lambdaText(draw: Draw, pattern: Extract<Pattern, { kind: 'lambda' }>, variables: TypeVariables): string {
  const names = pattern.params.map((_, at) => `e${at}`);
  const types = pattern.params.map((param) => variables.typeOf(param));
  const head = names.length === 1 ? `${names[0]}` : `(${names.join(', ')})`;
  const at = draw.integer(0, names.length - 1);
  const [name, kind] = [names[at] ?? '', types[at]?.kind];
  const conditions = [
    `${name} IS NULL`,
    `${name} IS NOT NULL`,
    'TRUE',
    'CAST(NULL AS BOOL)',
    ...(kind === 'INT64' ? [`${name} > 1`, `10 / ${name} > 3`] : []),
  ];
  const isCondition = pattern.result.kind === 'exact' && pattern.result.type.kind === 'BOOL';
  return `${head} -> ${draw.pick(isCondition ? conditions : [name, name, `COALESCE(${name}, ${name})`, ...conditions])}`;
}
