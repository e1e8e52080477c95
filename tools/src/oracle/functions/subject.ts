import {
  type CastRow,
  castRows,
  type DialectName,
  type Difference,
  type FunctionRow,
  functionRows,
  type Param,
  type ScalarKind,
  type Signature,
} from '@isochron/expression';
import type { Draw } from '../random/draw.ts';

/** A signature of a function, or a cast: what is put to the test at a time. */
export interface Subject {
  /** `ROUND`, `$add`, `CAST`. */
  readonly name: string;
  /** `(FLOAT64, INT64) -> FLOAT64`. */
  readonly signature: string;
  readonly params: readonly Param[];
  readonly hints: readonly string[];
  /** The text of a call, from the texts of its arguments. */
  readonly write: (draw: Draw, args: readonly string[]) => string;
  readonly ulps: number;
  readonly differs: Difference | null;
  readonly isProven: boolean;
  /** What calls are written in; not given: GoogleSQL. */
  readonly dialect?: DialectName;
}

export const subjects = (): readonly Subject[] => [
  ...functionRows.flatMap((row) => row.signatures.map((signature) => signatureSubject(row, signature))),
  ...castRows.flatMap(ofCast),
];

export function signatureSubject(row: FunctionRow, signature: Signature): Subject {
  return {
    name: row.name,
    signature: signature.text,
    params: signature.type.params,
    hints: signature.hints,
    write: (draw, args) => {
      if (typeof row.write === 'function') return row.write(args);
      const isSafe = signature.js.kind !== 'lazy' && draw.chance(SAFE_PERMILLE);
      return `${isSafe ? 'SAFE.' : ''}${row.name}(${args.join(', ')})`;
    },
    ulps: signature.ulps,
    differs: signature.differs,
    isProven: signature.pushdown === 'proven',
  };
}

const SAFE_PERMILLE = 70;

/** A cast without and, where it takes one, with a FORMAT and a time zone. */
function ofCast(row: CastRow): readonly Subject[] {
  const plain = plainCastSubject(row);
  if (!row.takesFormat) return [plain];
  const operand = once(row.from);
  const formatted = castSubject(
    row,
    [operand, once('STRING')],
    (draw, [value, format]) => `${word(draw)}(${value} AS ${row.to} FORMAT ${format})`,
    `(${row.from} FORMAT STRING) -> ${row.to}`,
    row.differs,
  );
  if (row.takesZone !== true) return [plain, formatted];
  const zoned = castSubject(
    row,
    [operand, once('STRING'), once('STRING')],
    (draw, [value, format, zone]) => `${word(draw)}(${value} AS ${row.to} FORMAT ${format} AT TIME ZONE ${zone})`,
    `(${row.from} FORMAT STRING AT TIME ZONE STRING) -> ${row.to}`,
    row.differs,
  );
  return [plain, formatted, zoned];
}

export const plainCastSubject = (row: CastRow): Subject =>
  castSubject(
    row,
    [once(row.from)],
    (draw, [value]) => `${word(draw)}(${value} AS ${row.to}${typeParams(draw, row.to)})`,
    `(${row.from}) -> ${row.to}`,
  );

const castSubject = (
  row: CastRow,
  params: readonly Param[],
  write: Subject['write'],
  signature: string,
  differs: Difference | null = null,
): Subject => ({
  name: 'CAST',
  signature,
  params,
  hints: row.hints,
  write,
  ulps: 0,
  differs,
  // No engine is asked to follow a FORMAT.
  isProven: row.pushdown === 'proven' && params.length === 1,
});

const word = (draw: Draw): string => draw.pick(['CAST', 'CAST', 'CAST', 'SAFE_CAST']);

const once = (kind: ScalarKind): Param => ({ occurs: 'once', name: '', pattern: { kind: 'exact', type: { kind } } });

/** `NUMERIC(5, 2)`, now and then, where the type takes such. */
function typeParams(draw: Draw, kind: ScalarKind): string {
  if (!draw.chance(150)) return '';
  if (kind === 'STRING' || kind === 'BYTES') return `(${draw.integer(1, 20)})`;
  if (kind !== 'NUMERIC' && kind !== 'BIGNUMERIC') return '';
  const scale = draw.integer(0, kind === 'NUMERIC' ? 9 : 38);
  const precision = draw.integer(Math.max(scale, 1), scale + (kind === 'NUMERIC' ? 29 : 38));
  return draw.chance(200) ? `(${draw.integer(1, 29)})` : `(${precision}, ${scale})`;
}
