/** The items of a sketch, all levels in one array. */
export type Items = Float32Array | Float64Array;

/** Moves every second item of [from, to), an even number of them, to the front of the run: the even ones, or with `odd` the odd ones. */
export function halveRun(items: Items, from: number, to: number, odd: number): void {
  for (let target = from, source = from + odd; source < to; target++, source += 2) {
    items[target] = items[source] as number;
  }
}

/** Merges two ordered runs of `items`, [a, aEnd) and [b, bEnd), to `target` on, which may reach into the second from before it. */
export function mergeRuns(items: Items, a: number, aEnd: number, b: number, bEnd: number, target: number): void {
  let left = a;
  let right = b;
  let at = target;
  while (left < aEnd && right < bEnd) {
    const first = items[left] as number;
    const second = items[right] as number;
    if (second < first) {
      items[at++] = second;
      right++;
    } else {
      items[at++] = first;
      left++;
    }
  }
  while (left < aEnd) items[at++] = items[left++] as number;
  while (right < bEnd) items[at++] = items[right++] as number;
}

/** Writes two ordered runs of two sketches to `target` from `targetAt` on, in order; one alone as it is. */
export function uniteRuns(
  first: Items,
  from: number,
  to: number,
  second: Items,
  secondFrom: number,
  secondTo: number,
  target: Items,
  targetAt: number,
): void {
  let left = from;
  let right = secondFrom;
  let at = targetAt;
  while (left < to && right < secondTo) {
    const item = first[left] as number;
    const other = second[right] as number;
    if (other < item) {
      target[at++] = other;
      right++;
    } else {
      target[at++] = item;
      left++;
    }
  }
  while (left < to) target[at++] = first[left++] as number;
  while (right < secondTo) target[at++] = second[right++] as number;
}

/**
 * The coin of a halving, 0 or 1: the bits of the items to be halved and how many items the sketch has seen, stirred. So it is as good as
 * random to whoever chose the data, and the same whenever the same sketch comes to the same halving.
 */
export function coinOf(words: Int32Array, from: number, to: number, seen: number): 0 | 1 {
  let stirred = seen | 0;
  for (let at = from; at < to; at++) {
    stirred = Math.imul(stirred ^ (words[at] as number), 0x9e3779b1);
    stirred ^= stirred >>> 15;
  }
  stirred = Math.imul(stirred ^ (seen / 0x100000000), 0x85ebca6b);
  return ((stirred ^ (stirred >>> 16) ^ (stirred >>> 7)) & 1) as 0 | 1; // one bit
}
