import { vectorKind } from '@isochron/schema';
import { numberKinds, refuseInput } from '../../accepts.ts';
import { ExtremeOfLongs, ExtremeOfNumbers, extremeOfValues } from '../../extreme-states.ts';
import type { Input, Operation } from '../../operation.ts';
import { RUN } from '../../runs.ts';
import { definition } from './definition.ts';

const accepted = [...numberKinds, 'string', 'decimal'];

export const min: Operation = {
  summary: 'The least value, in canonical order.',
  parameters: [],
  timed: false,
  deletable: false,
  suffix: () => 'min',
  definition,
  bind: (input) => {
    if (!accepted.includes(input.kind)) return refuseInput('MIN', input, accepted);
    const kind = vectorKind(input);
    return {
      input,
      output: input,
      ir: input,
      deletable: false,
      orderSensitive: false,
      states: (slots) => {
        if (kind === 'values') return extremeOfValues(input, 1, slots);
        return kind === 'longs' ? new ExtremeOfLongs(slots, 0) : new MinOfNumbers(slots);
      },
    };
  },
};

/** NaN, the greatest number, is neutral to a minimum. Between 0 and -0 their sum, which is 0, is kept. */
class MinOfNumbers extends ExtremeOfNumbers {
  constructor(slots: number) {
    super(slots, Number.NaN);
  }

  override update(at: Int32Array, input: Input, _ts: Float64Array, n: number): void {
    const { data, valid } = this.numbers.of(input, n);
    const { best, seen } = this;
    for (let r = 0; r < n; r++) {
      if (valid !== null && valid[r] !== 1) continue;
      const slot = at[r] as number;
      const value = data[r] as number;
      const held = best[slot] as number;
      seen[slot] = 1;
      if (value < held || Number.isNaN(held)) best[slot] = value;
      else if (value === 0 && held === 0) best[slot] = value + held;
    }
  }

  override merge(score: Int32Array, n: number): void {
    const { best, seen } = this;
    for (let p = 0, end = 3 * n; p < end; p += 3) {
      const dst = score[p] as number;
      const a = score[p + 1] as number;
      const b = score[p + 2] as number;
      const left = best[a] as number;
      const right = best[b] as number;
      seen[dst] = (seen[a] as number) | (seen[b] as number);
      if (right < left || Number.isNaN(left)) best[dst] = right;
      else best[dst] = right === 0 && left === 0 ? left + right : left;
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
        const other = best[slot] as number;
        isSeen |= seen[slot] as number;
        if (other < value || Number.isNaN(value)) value = other;
        else if (other === 0 && value === 0) value += other;
      }
      best[dst] = value;
      seen[dst] = isSeen;
    }
  }
}
