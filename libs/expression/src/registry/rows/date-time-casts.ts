import type { CastRow } from '../cast.ts';

export const dateTimeCasts: readonly CastRow[] = [];
