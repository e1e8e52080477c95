import type { Catalog } from '../catalog.ts';
import type { Checked } from '../checked.ts';
import type { Report } from '../finding.ts';

/** One thing that can be wrong. A rule says so of each place where it is; it never stops at the first, and never throws. */
export type Rule = (object: Checked, report: Report, catalog: Catalog) => void;
