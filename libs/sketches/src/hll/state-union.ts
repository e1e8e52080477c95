import { Coupons } from './coupons.ts';
import { Dense } from './dense.ts';
import { HllState, registersAs } from './hll-state.ts';
import { countsOf, type RegisterBits } from './registers.ts';
import { Registers8 } from './registers-8.ts';

/**
 * Collects many states in one of 8 bits. A coupon serves every k; registers of unequal k meet at the smaller one, where the low bits of a row are
 * its row.
 */
export class StateUnion {
  #state: HllState;
  /** True while sums and floor are those of a time before registers were merged; the result makes them anew. */
  #isStale = false;

  constructor(lgK: number) {
    this.#state = new HllState(lgK, 8);
  }

  /** Adds all that a state has seen; it stays as it is. An empty state leaves even k as it is. */
  add(state: HllState): void {
    const { content } = state;
    if (content instanceof Coupons) this.#addCoupons(state.lgK, content);
    else this.#addDense(content);
  }

  result(bits: RegisterBits): HllState {
    const { lgK, content } = this.#state;
    if (content instanceof Coupons) return new HllState(lgK, bits, content.copy());
    if (this.#isStale) {
      const counts = countsOf(content.registers.unpacked());
      if (content.registers instanceof Registers8) content.registers.findFloor(counts);
      content.sumUp(counts);
      this.#isStale = false;
    }
    return new HllState(lgK, bits, content.with(registersAs(bits, lgK, content.registers)));
  }

  /** The first coupons of the same k keep their slots; others are put where there is room. */
  #addCoupons(lgK: number, coupons: Coupons): void {
    const { content } = this.#state;
    if (lgK === this.#state.lgK && content instanceof Coupons && content.count === 0)
      this.#state.content = coupons.copy();
    else {
      coupons.forEach((coupon) => {
        this.#state.add(coupon);
      });
    }
  }

  #addDense(source: Dense): void {
    const { lgK, content } = this.#state;
    if (content instanceof Coupons) {
      this.#state = stateOf(at(Math.min(lgK, source.lgK), source));
      content.forEach((coupon) => {
        this.#state.add(coupon);
      });
      return;
    }
    const { registers } = content;
    const stays = lgK <= source.lgK && registers instanceof Registers8;
    const target = stays ? content.with(registers) : at(Math.min(lgK, source.lgK), content);
    target.registers.raiseAll(source.registers.unpacked());
    target.merged = true;
    target.hip = 0;
    this.#state = stateOf(target);
    this.#isStale = true;
  }
}

function stateOf(dense: Dense): HllState {
  return new HllState(dense.lgK, 8, dense);
}

/** A copy of 8 bits, at the same k or a smaller one. HIP stays the estimate that it was. */
function at(lgK: number, source: Dense): Dense<Registers8> {
  const dense = new Dense(lgK, Registers8.zeros(2 ** lgK));
  dense.registers.raiseAll(source.registers.unpacked());
  dense.hip = source.hip;
  dense.merged = source.merged;
  const counts = countsOf(dense.registers.values);
  dense.registers.atFloor = counts[0] as number;
  dense.sumUp(counts);
  return dense;
}
