import { ADDRESS_BITS, type Digest } from '../hash/digest.ts';
import { couponOf } from './coupon.ts';
import { Coupons, LG_SET_SLOTS_MIN } from './coupons.ts';
import { Dense } from './dense.ts';
import { couponEstimate } from './estimate.ts';
import { countsOf, type RegisterBits, type Registers } from './registers.ts';
import { Registers4 } from './registers-4.ts';
import { Registers6 } from './registers-6.ts';
import { Registers8 } from './registers-8.ts';

const shift = ADDRESS_BITS;

const NO_VALUES = new Uint8Array(1);

/** What an HLL sketch holds: coupons while they are few, then registers. */
export class HllState {
  readonly lgK: number;
  readonly bits: RegisterBits;
  #content: Coupons | Dense;
  /** The content once it is dense, so that an update need not ask what it is. */
  #dense: Dense | null = null;
  /** No register is below: items of fewer zeros change nothing. */
  #least = 0;
  /** The registers where they are bytes: an item of fewer zeros than its own changes nothing either. */
  #values: Uint8Array = NO_VALUES;
  #rowMask = 0;
  /**
   * How the present form takes a coupon. Chosen when the form changes, so that no engine knows what will be called and puts all of it into the loops that
   * update sketches: those are short, and most items go no further than `update`.
   */
  #take: (coupon: number) => void = this.#addToContent;
  /** The registers, once others were merged into them and the content is yet to be made of them: many merges make it once. */
  #raised: Registers8 | null = null;

  constructor(lgK: number, bits: RegisterBits, content: Coupons | Dense = Coupons.list()) {
    this.lgK = lgK;
    this.bits = bits;
    this.#content = content;
    this.#prepare(content);
  }

  get content(): Coupons | Dense {
    if (this.#raised !== null) this.content = mergedDense(this.lgK, this.bits, this.#raised);
    return this.#content;
  }

  set content(content: Coupons | Dense) {
    this.#content = content;
    this.#raised = null;
    this.#prepare(content);
  }

  get isEmpty(): boolean {
    return this.#content instanceof Coupons && this.#content.count === 0;
  }

  get isDense(): boolean {
    return this.#content instanceof Dense;
  }

  /** Takes the coupon of an item. Most come too late to raise any register, once there are many. */
  update(digest: Digest): void {
    const zeros = digest >>> shift;
    if (zeros >= this.#least && zeros >= (this.#values[digest & this.#rowMask] as number)) this.#take(couponOf(digest));
  }

  add(coupon: number): void {
    this.#take(coupon);
  }

  /** Raises each register to those of a dense state's rows that have its low bits. There must be registers, and no more than there. */
  raiseAll(source: Dense): void {
    this.#raised ??= this.#opened();
    this.#raised.raiseAll(source.registers.unpacked());
  }

  copy(): HllState {
    return new HllState(this.lgK, this.bits, this.content.copy());
  }

  /** For updates of this content. */
  #prepare(content: Coupons | Dense | null): void {
    const dense = content instanceof Dense ? content : null;
    this.#dense = dense;
    this.#least = dense?.least ?? 0;
    this.#values = dense?.registers instanceof Registers8 ? dense.registers.values : NO_VALUES;
    this.#rowMask = this.#values.length - 1;
    this.#take = dense === null ? this.#addToContent : this.#addToDense;
  }

  /** The registers as bytes, of which the content will be made anew. */
  #opened(): Registers8 {
    if (!(this.#content instanceof Dense)) throw new Error('a list or set of coupons has no registers to raise');
    const { registers } = this.#content;
    this.#prepare(null);
    return registers instanceof Registers8 ? registers : new Registers8(registers.unpacked());
  }

  #addToDense(coupon: number): void {
    const dense = this.#dense as Dense; // Chosen where there is one.
    dense.add(coupon);
    this.#least = dense.least;
  }

  #addToContent(coupon: number): void {
    const { content } = this;
    if (content instanceof Dense) content.add(coupon);
    else if (content.add(coupon) && content.isFull) this.#change(content);
  }

  /** A list becomes a set from lg k = 8 on; a set of k/8 slots becomes registers, as a list does below. */
  #change(coupons: Coupons): void {
    if (!coupons.isSet && this.lgK >= 8) this.content = coupons.asSet(LG_SET_SLOTS_MIN);
    else if (coupons.isSet && coupons.lgSlots < this.lgK - 3) this.content = coupons.asSet(coupons.lgSlots + 1);
    else this.content = denseOf(coupons, this.lgK, this.bits);
  }
}

/** Registers of these coupons; what was estimated from the coupons is where HIP starts. */
function denseOf(coupons: Coupons, lgK: number, bits: RegisterBits): Dense {
  const dense = new Dense(lgK, zeros(lgK, bits));
  coupons.forEach((coupon) => {
    dense.add(coupon);
  });
  dense.hip = couponEstimate(coupons);
  return dense;
}

/** What registers say of which it is not known how they came about. Takes them over. */
function mergedDense(lgK: number, bits: RegisterBits, raised: Registers8): Dense {
  const counts = countsOf(raised.values);
  raised.findFloor(counts);
  const dense = new Dense(lgK, bits === 8 ? raised : packed(bits, lgK, raised.values));
  dense.merged = true;
  dense.sumUp(counts);
  return dense;
}

function zeros(lgK: number, bits: RegisterBits): Registers {
  if (bits === 4) return new Registers4(lgK);
  return bits === 6 ? new Registers6(2 ** lgK) : Registers8.zeros(2 ** lgK);
}

/** The same registers in other memory. */
export function registersAs(bits: RegisterBits, lgK: number, source: Registers): Registers {
  if (bits === source.bits) return source.copy();
  return packed(bits, lgK, source.unpacked());
}

/** Registers of these values, which they may take over. */
export function packed(bits: RegisterBits, lgK: number, values: Uint8Array): Registers {
  if (bits === 4) return Registers4.of(lgK, values);
  return bits === 6 ? Registers6.of(values) : new Registers8(values, 0, countsOf(values)[0]);
}
