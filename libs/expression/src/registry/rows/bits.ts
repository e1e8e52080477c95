import {
  bitCount,
  bitCountOfBytes,
  bitwiseInt64,
  bitwiseNot,
  bytesNot,
  bytesOf,
  shiftBytesLeft,
  shiftBytesRight,
  shiftLeft,
  shiftRight,
} from '../../runtime/bits.ts';
import type { Int64 } from '../../value.ts';
import { type FunctionRow, fn, row, sql } from '../row.ts';

const infix =
  (operator: string) =>
  (args: readonly string[]): string =>
    `(${args[0]} ${operator} ${args[1]})`;

const bitwise = (
  name: string,
  doc: string,
  operator: string,
  inDuckDb: string,
  of: (a: bigint, b: bigint) => bigint,
): FunctionRow =>
  row(
    name,
    'bits',
    doc,
    {
      '(INT64, INT64) -> INT64': {
        js: fn(bitwiseInt64(of)),
        givesNull: false,
        duckdb: sql(inDuckDb),
        pushdown: 'proven',
      },
      '(BYTES, BYTES) -> BYTES': {
        js: fn(bytesOf(operator, (a, b) => Number(of(BigInt(a), BigInt(b))))),
        givesNull: false,
      },
    },
    infix(operator),
  );

const shift = (
  name: string,
  doc: string,
  operator: string,
  ofInt64: (value: Int64, by: Int64) => Int64,
  ofBytes: (value: Uint8Array, by: Int64) => Uint8Array,
): FunctionRow =>
  row(
    name,
    'bits',
    doc,
    {
      '(INT64, INT64) -> INT64': { js: fn(ofInt64), givesNull: false, hints: ['', 'shift'] },
      '(BYTES, INT64) -> BYTES': { js: fn(ofBytes), givesNull: false, hints: ['', 'shift'] },
    },
    infix(operator),
  );

/** Bits of whole numbers, in two's complement, and of bytes. */
export const bitRows: readonly FunctionRow[] = [
  bitwise('$bitwise_and', 'Bits that both have; bytes must be equally long.', '&', '($1 & $2)', (a, b) => a & b),
  bitwise('$bitwise_or', 'Bits that one has; bytes must be equally long.', '|', '($1 | $2)', (a, b) => a | b),
  bitwise('$bitwise_xor', 'Bits that just one has; bytes must be equally long.', '^', 'xor($1, $2)', (a, b) => a ^ b),
  row(
    '$bitwise_not',
    'bits',
    'Every bit turned.',
    {
      '(INT64) -> INT64': {
        js: fn(bitwiseNot),
        givesNull: false,
        duckdb: sql('(~ $1)'),
        pushdown: 'proven',
      },
      '(BYTES) -> BYTES': { js: fn(bytesNot), givesNull: false },
    },
    ([a]) => `(~ ${a})`,
  ),
  shift(
    '$shift_left',
    'Bits moved up, zeros after them; a fault for a negative count.',
    '<<',
    shiftLeft,
    shiftBytesLeft,
  ),
  shift(
    '$shift_right',
    'Bits moved down, zeros before them, the sign not repeated; a fault for a negative count.',
    '>>',
    shiftRight,
    shiftBytesRight,
  ),
  row('BIT_COUNT', 'bits', 'How many bits are set.', {
    '(INT64) -> INT64': {
      js: fn(bitCount),
      givesNull: false,
      duckdb: sql('CAST(bit_count($1) AS BIGINT)'),
      pushdown: 'proven',
    },
    '(BYTES) -> INT64': { js: fn(bitCountOfBytes), givesNull: false },
  }),
];
