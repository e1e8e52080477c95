import { Coupons } from './coupons.ts';
import { Dense } from './dense.ts';
import { type HllState, packed } from './hll-state.ts';
import { countsOf } from './registers.ts';
import { Registers4 } from './registers-4.ts';
import { Registers8 } from './registers-8.ts';
import { StateUnion } from './state-union.ts';

/**
 * The union of two states, as a `StateUnion` of both has it, in the bits of the first, which is used up. Registers are raised where
 * they are, if they need not become fewer.
 */
export function mergedState(target: HllState, source: HllState): HllState {
  const { content } = source;
  if (isEmpty(target)) return unionOf(target, source);
  if (content instanceof Coupons) addCoupons(target, content);
  else if (target.content instanceof Dense && target.lgK <= source.lgK) raise(target, target.content, content);
  else return unionOf(target, source);
  return target;
}

function isEmpty({ content }: HllState): boolean {
  return content instanceof Coupons && content.count === 0;
}

function unionOf(target: HllState, source: HllState): HllState {
  const union = new StateUnion(target.lgK);
  union.add(target);
  union.add(source);
  return union.result(target.bits);
}

function addCoupons(target: HllState, coupons: Coupons): void {
  // Of a sketch merged with itself, the slots to be read are not those that are filled.
  coupons.copy().forEach((coupon) => {
    target.add(coupon);
  });
  const { content, bits, lgK } = target;
  // Their exceptions are in the order of rows, as if they had just been packed.
  if (content instanceof Dense && content.registers instanceof Registers4) {
    target.content = content.with(packed(bits, lgK, content.registers.unpacked()));
  }
}

function raise(target: HllState, dense: Dense, source: Dense): void {
  const { registers } = dense;
  const raised = registers instanceof Registers8 ? registers : new Registers8(registers.unpacked());
  raised.raiseAll(source.registers.unpacked());
  const counts = countsOf(raised.values);
  raised.findFloor(counts);
  const merged = dense.with(raised === registers ? raised : packed(target.bits, target.lgK, raised.values));
  merged.merged = true;
  merged.hip = 0;
  merged.sumUp(counts);
  target.content = merged;
}
