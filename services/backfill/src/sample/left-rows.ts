import type { JoinPlan } from '@isochron/compiler';
import type { DayRange, Warehouse } from '@isochron/warehouse';
import type { Inputs } from '../inputs.ts';
import type { Row } from '../raw-events.ts';

/** Names, which no author can write, of a left row's time and partition. */
export const LEFT_TIME = '__ts';
const DAY = '__ds';

export interface LeftRowsRequest {
  readonly days: DayRange;
  /** Besides the left side's own: of its columns, and of {@link LEFT_TIME}, its time in milliseconds. */
  readonly where: readonly string[];
  /** A sample of this many instead of all. */
  readonly sample?: { readonly rows: number; readonly seed: number };
  /** More are refused, unless it is a sample. */
  readonly rowsMax: number;
}

/** Rows of a join's left side as they stand in its table: its columns, `ts` and `ds`; in order of day and time. */
export async function leftRows(
  warehouse: Warehouse,
  inputs: Inputs,
  plan: JoinPlan,
  { days, where, sample, rowsMax }: LeftRowsRequest,
): Promise<readonly Row[]> {
  const scan = await inputs.leftScan(plan.left, days);
  const rows = await warehouse.rows({
    scan: {
      table: scan.table,
      days: scan.days,
      columns: [...scan.columns, { name: LEFT_TIME, expression: scan.time }, { name: DAY, expression: 'ds' }],
      where: [...scan.where, ...where],
    },
    ...(sample !== undefined && { sample }),
    limit: rowsMax,
  });
  return rows
    .map(({ [LEFT_TIME]: ts = null, [DAY]: ds = null, ...columns }): Row => ({ ...columns, ts, ds }))
    .sort((a, b) => byText(String(a['ds']), String(b['ds'])) || Number(a['ts']) - Number(b['ts']));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
