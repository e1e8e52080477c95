import { type Analysis, analyze, compileTyped, type DialectName, ExpressionError, namesIn, type SqlType, typeName } from '@isochron/expression';
import { booleanType, type DataType, dateType, doubleType, type Field, listType, longType, mapType, stringType, timestampType } from '@isochron/schema';
import type { CompiledText, TextKind } from './texts.ts';

/** What becomes of an expression in a dialect: a type, or why it is refused. */
export type Judgement =
  | { readonly kind: 'runs'; readonly type: string; readonly columns: readonly Field[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** What a column is tried as, the likeliest first. */
const tried: readonly DataType[] = [
  stringType,
  longType,
  doubleType,
  timestampType,
  booleanType,
  dateType,
  listType(stringType),
  listType(longType),
  mapType(stringType, stringType),
  mapType(stringType, doubleType),
];
/** Of more ways to give the columns types than this, no more are tried. */
const TRIES_MAX = 5_000;

/** Guesses the types of the columns from how they are used, and evaluates the expression over a row of values and one of nulls. */
export function judge({ kind, text }: CompiledText, dialect: DialectName): Judgement {
  const names = namesIn(text, dialect);
  let nearest: Analysis | undefined;
  let tries = 0;
  for (const columns of assignments(names)) {
    if (++tries > TRIES_MAX) break;
    const analysis = analyze(text, { columns, dialect });
    if (nearest === undefined || analysis.faults.length < nearest.faults.length) nearest = analysis;
    if (analysis.analyzed === null || !isWanted(kind, analysis.analyzed.type)) continue;
    run(analysis, text);
    return { kind: 'runs', type: typeName(analysis.analyzed.type), columns: analysis.analyzed.columns };
  }
  return { kind: 'refused', reason: nearest?.faults.map(({ message }) => message).join(' ') || `It is no ${wanted[kind] ?? 'value'}.` };
}

const wanted: Readonly<Partial<Record<TextKind, string>>> = { where: 'condition', time: 'time' };

const isWanted = (kind: TextKind, { kind: type }: SqlType): boolean =>
  kind === 'where' ? type === 'BOOL' : kind !== 'time' || ['INT64', 'FLOAT64', 'TIMESTAMP'].includes(type);

/** Every way to give names types, all alike first. */
function* assignments(names: readonly string[]): Generator<readonly Field[]> {
  const total = tried.length ** Math.min(names.length, 6);
  const fields = (typeAt: (at: number) => number): readonly Field[] =>
    names.map((name, at) => ({ name, type: tried[typeAt(at)] ?? stringType }));
  for (let type = 0; type < tried.length; type++) yield fields(() => type);
  for (let code = 1; code < total; code++) yield fields((at) => Math.floor(code / tried.length ** at) % tried.length);
}

/** A row without a value is no refusal; anything else that is thrown is a mistake of ours. */
function run({ analyzed }: Analysis, text: string): void {
  if (analyzed === null) return;
  const evaluate = compileTyped(analyzed.typed, text, analyzed.columns);
  for (const row of [analyzed.columns.map(({ type }) => sample(type)), analyzed.columns.map(() => null)]) {
    try {
      evaluate(row);
    } catch (thrown) {
      if (!(thrown instanceof ExpressionError)) throw thrown;
    }
  }
}

function sample(type: DataType): never {
  const samples: Readonly<Record<string, unknown>> = { string: '1', long: 1, double: 1.5, timestamp: 1_600_000_000_000_000, boolean: true, date: 18_000 };
  const value =
    type.kind === 'list' ? [sample(type.element)] : type.kind === 'map' ? new Map([[sample(type.key), sample(type.value)]]) : samples[type.kind];
  // The samples are held as expressions hold values of these types.
  return value as never;
}
