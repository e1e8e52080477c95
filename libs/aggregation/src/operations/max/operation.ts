import { vectorKind } from '@isochron/schema';
import { numberKinds, refuseInput } from '../../accepts.ts';
import { ExtremeOfLongs, ExtremeOfNumbers, extremeOfValues } from '../../extreme-states.ts';
import type { Input, Operation } from '../../operation.ts';
import { RUN } from '../../runs.ts';
import { definition } from './definition.ts';

const accepted = [...numberKinds, 'string', 'decimal'];

export const max: Operation = {
  summary: 'The greatest value, in canonical order.',
  parameters: [],
  timed: false,
  deletable: false,
  suffix: () => 'max',
  definition,
  bind: (input) => {
    if (!accepted.includes(input.kind)) return refuseInput('MAX', input, accepted);
    const kind = vectorKind(input);
    return {
      input,
      output: input,
      ir: input,
      deletable: false,
      orderSensitive: false,
      states: (slots) => {
        if (kind === 'values') return extremeOfValues(input, -1, slots);
        return kind === 'longs' ? new ExtremeOfLongs(slots, -1) : new MaxOfNumbers(slots);
      },
    };
  },
};

/** `Math.max` is the canonical maximum: NaN where one is NaN, and 0 of 0 and -0. */
class MaxOfNumbers extends ExtremeOfNumbers {
  constructor(slots: number) {
    super(slots, Number.NEGATIVE_INFINITY);
  }

  override update(at: Int32Array, input: Input, _ts: Float64Array, n: number): void {
    const { data, valid } = this.numbers.of(input, n);
    const { best, seen } = this;
    if (valid === null) {
      for (let r = 0; r < n; r++) {
        const slot = at[r] as number;
        seen[slot] = 1;
        best[slot] = Math.max(best[slot] as number, data[r] as number);
      }
    } else {
      for (let r = 0; r < n; r++) {
        if (valid[r] !== 1) continue;
        const slot = at[r] as number;
        seen[slot] = 1;
        best[slot] = Math.max(best[slot] as number, data[r] as number);
      }
    }
  }

  override merge(score: Int32Array, n: number): void {
    const { best, seen } = this;
    for (let p = 0, end = 3 * n; p < end; p += 3) {
      const dst = score[p] as number;
      const a = score[p + 1] as number;
      const b = score[p + 2] as number;
      best[dst] = Math.max(best[a] as number, best[b] as number);
      seen[dst] = (seen[a] as number) | (seen[b] as number);
    }
  }

  override fold(runs: Int32Array, n: number): void {
    const { best, seen } = this;
    for (let p = 0, end = RUN * n; p < end; p += RUN) {
      const dst = runs[p] as number;
      const left = runs[p + 1] as number;
      const to = runs[p + 3] as number;
      let value = best[left] as number;
      let isSeen = seen[left] as number;
      for (let slot = runs[p + 2] as number; slot < to; slot++) {
        value = Math.max(value, best[slot] as number);
        isSeen |= seen[slot] as number;
      }
      best[dst] = value;
      seen[dst] = isSeen;
    }
  }
}
