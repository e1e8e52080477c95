/**
 * Letters whose other case, and characters whose decomposition, Unicode has only since version 12.1, which the ZetaSQL engine is built with. Found by
 * comparing all code points.
 */
export const newerCharacters =
  /[\u019b\u0264\u1c89\u1c8a\u2c2f\u2c5f\ua7c0-\ua7ff\uab69\u{10570}-\u{105ff}\u{10780}-\u{107bf}\u{10d50}-\u{10d8f}\u{11380}-\u{113cf}\u{11930}-\u{1193f}\u{16120}-\u{1612f}\u{16d60}-\u{16d6f}\u{16ea0}-\u{16edf}\u{1ccd0}-\u{1ccff}\u{1df00}-\u{1df2f}\u{1e030}-\u{1e06f}\u{1fbf0}-\u{1fbff}]/u;
