import type { CastRow } from '../cast.ts';

export const jsonCasts: readonly CastRow[] = [];
