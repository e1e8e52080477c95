import type { FoldCounts } from '@isochron/warehouse';

/** What a backfill says while it works. Rows are those handled so far in this step; `rowsTotal` is an estimate, null if unknown. */
export type Progress =
  | { readonly kind: 'start'; readonly step: string; readonly table: string; readonly days: string }
  | { readonly kind: 'rows'; readonly step: string; readonly rows: number; readonly rowsTotal: number | null }
  | { readonly kind: 'done'; readonly step: string; readonly rows: number; readonly counts: FoldCounts | null };

export type OnProgress = (progress: Progress) => void;
