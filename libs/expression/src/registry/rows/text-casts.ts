import type { CastRow } from '../cast.ts';

export const textCasts: readonly CastRow[] = [];
