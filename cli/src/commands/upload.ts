import { datasetIn, type GroupByPlan } from '@isochron/compiler';
import { IsochronError } from '@isochron/schema';
import { batchDataset, type GroupBy, type MetaData } from '@isochron/thrift';
import type { Command } from 'commander';
import { type Context, runCommand } from '../context.ts';
import { environmentOf } from '../environment.ts';
import { leftOut } from '../left-out.ts';
import { countText, durationText, plural, tableText } from '../output.ts';
import { type PlannedObject, plannedObjectOf } from '../plans.ts';
import { ProgressLine } from '../progress-line.ts';
import { unusedSaid } from '../settings-said.ts';
import { parseDay, type UploadReport, unusedByUpload } from '../wiring.ts';

interface Options {
  readonly day?: string;
  readonly replaceLater?: boolean;
}

export function uploadCommand(program: Command): void {
  program
    .command('upload')
    .description(
      "puts a group-by's features as of the end of a day in force for requests; of a join, those of all its parts",
    )
    .argument('<name>', 'a compiled name (flights/delays.byOrigin__1), a tail of it (byOrigin), or a compiled file')
    .option('--day <day>', 'the last day whose events count, yyyy-MM-dd; default: the last that all sources have')
    .option('--replace-later', 'also where a later day is in force')
    .addHelpText(
      'after',
      '\nExample:\n  isochron upload byOrigin --day 2001-06-30\n\nWhoever reads goes on with what was in force until all of the new is there. Interrupted, it changes nothing; what was computed is kept. What is in force already is not loaded again.',
    )
    .action((name: string, options: Options, command: Command) =>
      runCommand(command, (context) => run(context, name, options)),
    );
}

async function run(context: Context, name: string, options: Options): Promise<void> {
  const { output, signal } = context;
  const asked = options.day === undefined ? null : parseDay(options.day, 'The day');
  const service = await context.backfill();
  const groups = groupBysOf(await plannedObjectOf(context, name));
  const day = asked ?? (await service.lastDay(groups.map(({ plan }) => plan)));
  if (day === null) throw new IsochronError('FAILED_PRECONDITION', `The tables of ${name} have no days: load them.`);
  const environment = await environmentOf(context);
  const started = performance.now();
  const line = new ProgressLine();
  const reports: UploadReport[] = [];
  try {
    for (const { plan, groupBy } of groups) {
      const dataset = datasetIn(environment, batchDataset(groupBy.metaData?.name ?? plan.name));
      reports.push(
        await service.upload({
          ...{ plan, groupBy, dataset, day, signal },
          replacesLater: options.replaceLater === true,
          onProgress: (progress) => line.show(progress),
        }),
      );
    }
  } finally {
    line.stop();
  }
  const elapsedMs = performance.now() - started;
  for (const { dataset, counts, generation } of reports) {
    for (const sentence of counts === null ? [] : leftOut([{ step: dataset, counts }])) output.say(sentence);
    if (generation.refusedKeys > 0) output.say(refusedText(dataset, generation.refusedKeys));
  }
  const unusedSettings = [...new Set(groups.flatMap(({ plan }) => unusedByUpload(plan)))];
  for (const sentence of unusedSaid('an upload', unusedSettings)) output.say(sentence);
  output.result(`${reportText(reports)}\n\n${inForceText(reports, day, elapsedMs)}`, {
    day,
    elapsedMs,
    unusedSettings,
    datasets: reports,
  });
}

interface Uploaded {
  readonly plan: GroupByPlan;
  readonly groupBy: GroupBy;
}

/** The group-by itself, or those that a join holds, each once: whatever else the join has is not made by uploads. */
function groupBysOf({ object, plan }: PlannedObject): readonly Uploaded[] {
  if (object.kind === 'group-by' || object.kind === 'join') refuseOffline(object.name, object.thrift.metaData);
  if (plan.kind === 'group-by' && object.kind === 'group-by') return [{ plan, groupBy: object.thrift }];
  if (plan.kind !== 'join' || object.kind !== 'join')
    throw new IsochronError('INVALID_ARGUMENT', `${object.name} is neither a group-by nor a join: it has no features.`);
  const uploaded = plan.parts.map(({ groupBy: own }, at): Uploaded => {
    const groupBy = object.thrift.joinParts?.[at]?.groupBy;
    if (groupBy === undefined) throw new Error(`${object.name} has no part ${at}`);
    refuseOffline(own.name, groupBy.metaData);
    return { plan: own, groupBy };
  });
  const byName = new Map(uploaded.map((each) => [each.plan.name, each]));
  if (byName.size === 0) throw new IsochronError('INVALID_ARGUMENT', `${object.name} has no parts to upload.`);
  return [...byName.values()];
}

/** What is not said is not denied. */
function refuseOffline(name: string, metaData: MetaData | undefined): void {
  if (metaData?.online !== false) return;
  throw new IsochronError(
    'FAILED_PRECONDITION',
    `${name} is said to be offline, so that nobody may ask for it: write online: true in its definition and compile it again.`,
  );
}

const reportText = (reports: readonly UploadReport[]): string =>
  tableText(
    ['dataset', 'generation', 'batch end', 'keys', 'bytes', 'bytes a key', 'computed', 'loaded', 'keys/s'],
    reports.map(({ dataset, generation, isComputed, isLoaded, computeMs, loadMs }) => [
      dataset,
      String(generation.id),
      new Date(generation.batchEndMs).toISOString(),
      countText(generation.keys),
      countText(generation.bytes),
      generation.keys === 0 ? '–' : countText(generation.bytes / generation.keys),
      isComputed ? durationText(computeMs) : 'was there',
      isLoaded ? durationText(loadMs) : 'was in force',
      isLoaded ? countText(generation.keys / (loadMs / 1000)) : '–',
    ]),
  );

const inForceText = (reports: readonly UploadReport[], day: string, elapsedMs: number): string =>
  `${plural(reports.length, 'dataset')} in force as of the end of ${day} (${loadedText(reports)}, ${durationText(elapsedMs)})`;

function loadedText(reports: readonly UploadReport[]): string {
  const loaded = reports.filter(({ isLoaded }) => isLoaded).length;
  return loaded === 0 ? 'nothing to load' : plural(loaded, 'new generation');
}

const refusedText = (dataset: string, keys: number): string =>
  `${dataset}: ${plural(keys, 'key')} ${keys === 1 ? 'has' : 'have'} no value and will be answered with an error; the column fault of the upload table says why`;
