import { IsochronError } from '../isochron-error.ts';
import { type DatePattern, datePattern } from './date-pattern.ts';

/** How a table is cut along time: what a partition is called, and how long it is. */
export interface PartitionSpec {
  /** A pattern as {@link datePattern} takes it. */
  readonly format: string;
  /** Whole milliseconds; no shorter than the finest unit of the format. */
  readonly spanMs: number;
}

export const dailyPartitions: PartitionSpec = { format: 'yyyy-MM-dd', spanMs: 86_400_000 };

/** More in one answer is a mistake rather than a table. */
const COUNT_MAX = 1_000_000;

/**
 * Arithmetic on the partitions of a table, by their names. All methods that take a name throw INVALID_ARGUMENT for one that the format does not
 * have, and OUT_OF_RANGE where the answer leaves the years 0 to 9999. Partitions need not begin with the epoch: what is computed from a name keeps its
 * phase, so that partitions of 3 hours may stand at 1:00, 4:00 and so on.
 */
export interface Partitions {
  readonly spec: PartitionSpec;
  /** The partition that holds an instant; of spans that begin with the epoch. */
  at(epochMs: number): string;
  /** The partition before the one that holds an instant. */
  beforeInstant(epochMs: number): string;
  /** The first instant of a partition; milliseconds since the epoch. */
  startMs(partition: string): number;
  /** So many partitions later; earlier when negative. */
  shift(partition: string, count: number): string;
  /** The partition that holds the instant so long after a partition's first; before it when negative. */
  plus(partition: string, lengthMs: number): string;
  /** The partition and those after it that begin within a length of time, which a longer last one may exceed. */
  from(partition: string, lengthMs: number): readonly string[];
  /** All from the first to the last, both included; none where the last is before the first. Throws INVALID_ARGUMENT for more than a million. */
  between(first: string, last: string): readonly string[];
}

/** Throws INVALID_ARGUMENT for a format that cannot name partitions, or a span that it cannot tell apart. */
export function partitionsOf(spec: PartitionSpec): Partitions {
  const pattern = datePattern(spec.format);
  const { spanMs } = spec;
  checkSpan(spec, pattern);
  const startMs = (partition: string): number => pattern.parse(partition) ?? refuse(partition, spec);
  const shift = (partition: string, count: number): string => pattern.format(startMs(partition) + count * spanMs);
  const run = (first: string, count: number): readonly string[] => {
    if (count > COUNT_MAX) {
      throw new IsochronError('INVALID_ARGUMENT', `${count} partitions from ${first} on are more than ${COUNT_MAX}.`);
    }
    return Array.from({ length: Math.max(count, 0) }, (_, at) => shift(first, at));
  };
  const at = (epochMs: number): string => pattern.format(Math.floor(epochMs / spanMs) * spanMs);
  return {
    spec,
    at,
    beforeInstant: (epochMs) => at(epochMs - spanMs),
    startMs,
    shift,
    plus: (partition, lengthMs) => shift(partition, Math.floor(lengthMs / spanMs)),
    from: (partition, lengthMs) => run(partition, Math.ceil(lengthMs / spanMs) + 1),
    between: (first, last) => run(first, Math.floor((startMs(last) - startMs(first)) / spanMs) + 1),
  };
}

function checkSpan({ format, spanMs }: PartitionSpec, pattern: DatePattern): void {
  if (Number.isSafeInteger(spanMs) && spanMs >= pattern.grainMs && pattern.grainMs <= 86_400_000) return;
  const why =
    pattern.grainMs > 86_400_000 ? 'months and years are of no one length' : `two of ${spanMs} ms would have one name`;
  throw new IsochronError('INVALID_ARGUMENT', `The format "${format}" cannot name partitions of ${spanMs} ms: ${why}.`);
}

function refuse(partition: string, { format }: PartitionSpec): never {
  throw new IsochronError('INVALID_ARGUMENT', `"${partition}" is not a partition: it should look like ${format}.`);
}
