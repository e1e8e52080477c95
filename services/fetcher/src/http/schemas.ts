import { z } from 'zod';

/** Columns by name, a value a row; what is not a list is the value of all rows. */
const columns = z.record(z.string(), z.unknown());

/** What a caller may write; strictly, so that a name that is written wrong is said and not passed over. */
export const columnsBody = z.strictObject({
  keys: columns,
  context: columns.default({}),
  atMs: z.number().int().nullable().default(null),
  features: z.array(z.string()).default([]),
  schemaHash: z.string().default(''),
});
