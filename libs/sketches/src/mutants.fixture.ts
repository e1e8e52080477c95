/** A seeded generator of whole numbers below `end` (mulberry32), for tests. */
export function randomOf(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 0x100000000) * end);
  };
}

/** `count` damaged copies of images: bits and bytes changed (mostly in the header), fields overwritten with extremes, cut short, made longer. */
export function* mutantsOf(images: readonly Uint8Array[], count: number, seed: number): Generator<Uint8Array> {
  const random = randomOf(seed);
  for (let k = 0; k < count; k++) {
    let image: Uint8Array = Uint8Array.from(images[random(images.length)] ?? []);
    for (let changes = 1 + random(3); changes > 0; changes--) image = mutated(image, random);
    yield image;
  }
}

const extremes = [0, 1, 2, 0x7f, 0x80, 0xff];

function mutated(image: Uint8Array, random: (end: number) => number): Uint8Array {
  const at = random(2) === 0 ? random(Math.min(image.length, 40)) : random(image.length);
  switch (random(7)) {
    case 0:
      return image.slice(0, random(image.length + 1));
    case 1: {
      const longer = new Uint8Array(image.length + 1 + random(40));
      longer.set(image);
      return longer;
    }
    case 2:
      image.fill(extremes[random(extremes.length)] ?? 0, at, at + 1 + random(8));
      return image;
    case 3:
      image.copyWithin(at, random(image.length), random(image.length));
      return image;
    case 4:
      image[at] = random(256);
      return image;
    default:
      image[at] = (image[at] ?? 0) ^ (1 << random(8));
      return image;
  }
}
