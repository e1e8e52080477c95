import type { SqlValue } from '@isochron/expression';
import type { Draw } from '../draw.ts';
import { DATE_GREATEST, DATE_LEAST } from '../edges.ts';
import { int64 } from '../value.ts';
import type { Hints } from './hints.ts';

export const numberHints: Hints = {
  /** Counts, positions and lengths. */
  small: (draw) => draw.integer(-3, 8),
  position: (draw) => draw.integer(-6, 8),
  count: (draw) => draw.integer(0, 6),
  /** Digits to round to, and how far to shift bits. */
  'address-length': (draw) => draw.pick([4, 4, 16, 16, draw.integer(0, 20)]),
  /** Bits of a network; addresses of IPv4. */
  prefix: (draw) =>
    draw.either([6, () => draw.integer(0, 32)], [3, () => draw.integer(0, 128)], [1, () => draw.integer(-2, 140)]),
  'ipv4-number': (draw) =>
    draw.pick([draw.integer(0, 0xffff_ffff), draw.integer(-0x8000_0001, 0), draw.pick([0x1_0000_0000, 0xffff_ffff])]),
  digits: (draw) => draw.integer(-45, 45),
  shift: (draw) => draw.integer(-2, 70),
  'unit-interval': (draw) =>
    draw.either([1, () => draw.pick([0, -0, 1, -1, 0.5])], [3, () => draw.integer(-1000, 1000) / 1000]),
  moderate: (draw) => draw.integer(-70_000, 70_000) / draw.pick([1, 10, 100, 1000]),
  /** Decimals that have a logarithm, and some more; that have an exponential; powers. */
  'decimal-base': (draw) => decimal(draw, 2_000_000_000),
  'decimal-exponent': (draw) => decimal(draw, 90_000) * draw.pick([1, -1]),
  'decimal-power': (draw) =>
    draw.either([1, () => draw.integer(-40, 40)], [1, () => decimal(draw, 30_000) * draw.pick([1, -1])]),
  positive: (draw) => draw.either([1, () => draw.integer(1, 100)], [2, () => draw.integer(1, 10_000_000) / 1000]),
  /** Of dates, clocks and the epoch; now and then one step outside. */
  year: (draw) =>
    draw.either(
      [6, () => draw.integer(1900, 2100)],
      [1, () => draw.integer(1, 9999)],
      [1, () => draw.pick([0, 1, 9999, 10_000, -1])],
    ),
  month: (draw) => draw.integer(0, 13),
  day: (draw) => draw.integer(0, 32),
  hour: (draw) => draw.integer(-1, 25),
  minute: (draw) => draw.integer(-1, 61),
  second: (draw) => draw.integer(-1, 61),
  'unix-days': (draw) =>
    draw.either([4, () => draw.integer(-25_000, 50_000)], [1, () => draw.integer(DATE_LEAST - 2, DATE_GREATEST + 2)]),
  'unix-seconds': (draw) => epoch(draw, 1n),
  'unix-millis': (draw) => epoch(draw, 1_000n),
  'unix-micros': (draw) => epoch(draw, 1_000_000n),
  /** Amounts to add to a date or a timestamp. */
  amount: (draw) =>
    draw.either(
      [5, () => draw.integer(-40, 40)],
      [2, () => draw.integer(-5_000, 5_000)],
      [1, () => draw.integer(-4_000_000, 4_000_000)],
    ),
  'bucket-width': (draw) => {
    const size = draw.integer(-1, 40);
    return draw.pick([
      { months: size, days: 0, micros: 0 },
      { months: 0, days: size, micros: 0 },
      { months: 0, days: 0, micros: size * 1_234_567_891 },
    ]);
  },
};

const decimal = (draw: Draw, thousandths: number): number =>
  draw.either(
    [2, () => draw.integer(1, thousandths) / 1000],
    [2, () => 1 + draw.integer(-300, 300) / 1000],
    [1, () => draw.integer(-3, 20)],
  );

function epoch(draw: Draw, perSecond: bigint): SqlValue {
  return draw.either<SqlValue>(
    [5, () => int64(draw.bigint(-2_000_000_000n, 4_200_000_000n) * perSecond + draw.bigint(0n, perSecond - 1n))],
    [2, () => int64(draw.bigint(-62_135_596_801n, 253_402_300_800n) * perSecond)],
    [1, () => draw.integer(-1001, 1001)],
  );
}
