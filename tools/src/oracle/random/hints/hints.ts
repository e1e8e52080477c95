import type { SqlValue } from '@isochron/expression';
import type { Draw } from '../draw.ts';

/** By name, what draws a value that makes sense, and is not null; `before` are the arguments before. */
export type Hints = Readonly<Record<string, (draw: Draw, before: readonly SqlValue[]) => SqlValue>>;

/** The words of a text. */
export const words = (text: string): readonly string[] => text.split(' ');
