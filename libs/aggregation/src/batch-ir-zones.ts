import { batchSpan, TAIL_BUFFER_MS } from './batch-ir.ts';
import { hopMs } from './window.ts';

/**
 * A stretch of time before the batch end in which every event has the same fate. It is cut into cells, so that an
 * event goes into one state only, and hops and collapsed IRs are sums of cells.
 */
export interface Zone {
  /** [from, to) in milliseconds; the first zone of an unwindowed feature starts at -Infinity. */
  readonly fromMs: number;
  readonly toMs: number;
  /** The hop sizes of the windows that have their tail here. */
  readonly hopsMs: readonly number[];
  /** The smallest of them; Infinity where there is none and the zone is one cell. */
  readonly cellMs: number;
  /** Where the first cell starts and its number; numbers go up with time through all zones. */
  readonly firstCellMs: number;
  readonly firstCell: number;
}

/**
 * The zones of a batch half for these windows (null: unwindowed), in the order of time, without gaps up to the batch
 * end.
 */
export function batchIrZones(
  batchEndMs: number,
  windowsMs: readonly (number | null)[],
  tailBufferMs = TAIL_BUFFER_MS,
): readonly Zone[] {
  const spans = windowsMs.map((windowMs) => ({
    hop: hopMs(windowMs),
    ...batchSpan(batchEndMs, windowMs, tailBufferMs),
  }));
  const cuts = new Set(spans.flatMap(({ fromMs, collapsedFromMs }) => [fromMs, collapsedFromMs]));
  cuts.add(batchEndMs);
  const bounds = [...cuts].sort((a, b) => a - b);
  const zones: Zone[] = [];
  let firstCell = 0;
  bounds.slice(0, -1).forEach((fromMs, index) => {
    const toMs = bounds[index + 1] as number;
    const tails = spans.filter((span) => span.fromMs <= fromMs && fromMs < span.collapsedFromMs);
    const hopsMs = [...new Set(tails.map(({ hop }) => hop))];
    const cellMs = Math.min(Infinity, ...hopsMs);
    const firstCellMs = cellMs === Infinity ? fromMs : Math.floor(fromMs / cellMs) * cellMs;
    zones.push({ fromMs, toMs, hopsMs, cellMs, firstCellMs, firstCell });
    firstCell += cellMs === Infinity ? 1 : Math.ceil((toMs - firstCellMs) / cellMs);
  });
  return zones;
}

/** The number of the cell that an instant of the zone falls into. */
export function cellOf(zone: Zone, timeMs: number): number {
  return zone.cellMs === Infinity
    ? zone.firstCell
    : zone.firstCell + Math.floor((timeMs - zone.firstCellMs) / zone.cellMs);
}

/** Where a cell of the zone starts. */
export function cellStart(zone: Zone, cell: number): number {
  return zone.cellMs === Infinity ? zone.firstCellMs : zone.firstCellMs + (cell - zone.firstCell) * zone.cellMs;
}
