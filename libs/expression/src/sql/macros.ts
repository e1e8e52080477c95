import { collectionMacros } from './macros/collection.ts';
import { coreMacros } from './macros/core.ts';
import { dateTimeMacros } from './macros/date-time.ts';
import { mathematicsMacros } from './macros/mathematics.ts';
import { textMacros } from './macros/text.ts';

/** What GoogleSQL means where DuckDB's own means something else: statements that a session runs once. Every name begins with `gs_`. */
export const macroFile: string = [coreMacros, mathematicsMacros, textMacros, dateTimeMacros, collectionMacros].join(
  '\n',
);
