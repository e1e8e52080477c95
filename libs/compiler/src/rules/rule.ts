import type { Scope } from '../checking/walk.ts';
import type { Report } from '../finding.ts';
import type { KnownTables } from '../known-tables.ts';

/**
 * One thing that can be wrong, in an object or in any of those that stand in it. A rule says so of each place where it is; it never stops at the first, and
 * never throws. `tables`: null where it is not known which there are; a rule then says only what holds of any tables.
 */
export type Rule = (scope: Scope, report: Report, tables: KnownTables | null) => void;
