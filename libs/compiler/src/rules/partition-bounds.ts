import { dailyPartitions, IsochronError, type PartitionSpec, type Partitions, partitionsOf } from '@isochron/schema';
import { outputPartition } from '../checking/check-partition.ts';
import type { CheckedPartition, CheckedSource } from '../checking/checked.ts';
import type { Report } from '../finding.ts';
import { within } from '../places.ts';
import type { Rule } from './rule.ts';

/** Partitions sort as their times do, and start and end are partitions that exist, in order. */
export const partitionBounds: Rule = (scope, report) => {
  const taken = scope.joins.flatMap(({ bootstraps }) => bootstraps.map(({ source }) => source));
  for (const source of [...scope.sources, ...taken]) {
    checkFormat(source.partition, source.queryPath, report);
    checkBounds(source, report);
  }
  for (const object of scope.objects) {
    if (object.kind === 'model') continue;
    const path = within(object.path, 'metaData.executionInfo.outputTableInfo');
    checkFormat(outputPartition(object.thrift.metaData), path, report);
  }
};

function checkFormat(partition: CheckedPartition, path: string, report: Report): void {
  const refused = refusalOf(partition);
  if (refused === null) return;
  const hint =
    "A format has years, months and days at least, the greatest first, such as yyyy-MM-dd; a span is whole hours or days, such as '1d'.";
  report({ code: 'bad-partition', path, message: refused, hint });
}

function checkBounds({ queryPath, query, partition }: CheckedSource, report: Report): void {
  // A column of times needs no format; one that is written and is none says nothing of what bounds look like.
  if (said(() => partitionsIn(partition)) !== null) return;
  const partitions = partitionsIn(partition);
  const { startPartition, endPartition } = query;
  const bounds = [
    ['startPartition', startPartition, 'start'],
    ['endPartition', endPartition, 'end'],
  ] as const;
  for (const [field, day, what] of bounds) {
    if (day === undefined || said(() => partitions.startMs(day)) === null) continue;
    const example = partitions.at(EXAMPLE_MS);
    const named = partition.format === 'yyyy-MM-dd' ? 'day' : `partition written as ${partition.format}`;
    const message = `The ${what} "${day}" is not a ${named}.`;
    report({ code: 'bad-day', path: `${queryPath}.${field}`, message, hint: `Write it as ${example}.` });
  }
  if (startPartition === undefined || endPartition === undefined || startPartition <= endPartition) return;
  const message = `The start ${startPartition} is after the end ${endPartition}.`;
  report({ code: 'start-after-end', path: `${queryPath}.startPartition`, message, hint: 'Exchange them.' });
}

/** 30 June 2001. */
const EXAMPLE_MS = 993_859_200_000;

/** How most tables are cut. */
const daily = partitionsOf(dailyPartitions);

const partitionsIn = (partition: CheckedPartition): Partitions =>
  partition.format === dailyPartitions.format && partition.everyMs === dailyPartitions.spanMs
    ? daily
    : partitionsOf(specOf(partition));

const specOf = ({ format, everyMs }: CheckedPartition): PartitionSpec => ({ format, spanMs: everyMs ?? 0 });

/** Why partitions cannot be cut so; null where they can. Those of a column of times have no names, but a span. */
const refusalOf = (partition: CheckedPartition): string | null =>
  said(() => partitionsIn(partition.isTime ? { ...partition, format: FINEST_FORMAT } : partition));

const FINEST_FORMAT = 'yyyy-MM-dd HH:mm:ss';

/** What a call says against its arguments; null where it has nothing against them. */
function said(call: () => unknown): string | null {
  try {
    call();
    return null;
  } catch (thrown) {
    if (!(thrown instanceof IsochronError)) throw thrown;
    return thrown.message;
  }
}
