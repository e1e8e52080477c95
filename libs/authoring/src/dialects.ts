import type { ExpressionDialect } from './definition.ts';

/** The dialects an author may choose. */
export const dialects = ['googlesql', 'spark'] as const satisfies readonly ExpressionDialect[];
