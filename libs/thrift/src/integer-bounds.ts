/** Inclusive bounds of the integers that a type holds. */
export const integerBounds = {
  byte: [-(2n ** 7n), 2n ** 7n - 1n],
  i16: [-(2n ** 15n), 2n ** 15n - 1n],
  i32: [-(2n ** 31n), 2n ** 31n - 1n],
  i64: [-(2n ** 63n), 2n ** 63n - 1n],
} as const;

export type IntegerKind = keyof typeof integerBounds;
