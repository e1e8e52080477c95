import { Coupons } from './coupons.ts';
import { Dense } from './dense.ts';
import { type HllState, packed } from './hll-state.ts';
import { Registers4 } from './registers-4.ts';
import { StateUnion } from './state-union.ts';

/**
 * The union of two states, as a `StateUnion` of both has it, in the bits of the first, which is used up. Registers are raised where
 * they are, if they need not become fewer.
 */
export function mergedState(target: HllState, source: HllState): HllState {
  const { content } = source;
  if (target.isEmpty) return unionOf(target, source);
  if (content instanceof Coupons) addCoupons(target, content);
  else if (target.isDense && target.lgK <= source.lgK) target.raiseAll(content);
  else return unionOf(target, source);
  return target;
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
