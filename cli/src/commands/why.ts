import { type Plan, tableOfName } from '@isochron/compiler';
import { IsochronError } from '@isochron/schema';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { planInFeatures } from '../compilation.ts';
import { type Context, runCommand, WorkFailed } from '../context.ts';
import { environmentOf } from '../environment.ts';
import { compiledFiles } from '../repository.ts';
import { type Said, said } from '../said.ts';
import { whyJson } from '../why-json.ts';
import { whyText } from '../why-text.ts';
import { parseDay, readInstant } from '../wiring.ts';

interface Options {
  readonly feature?: string;
  readonly key: readonly Said[];
  readonly keys?: readonly Said[];
  readonly at?: number;
  readonly day?: string;
  readonly limit: number;
}

const EVENTS_MAX = 100_000;

const eventCount = (text: string): number => {
  if (/^[1-9]\d{0,5}$/.test(text) && Number(text) <= EVENTS_MAX) return Number(text);
  throw new InvalidArgumentError(`It must be a whole number from 1 to 100,000, not ${JSON.stringify(text)}.`);
};

const instant = (text: string): number => {
  const timeMs = readInstant(text);
  if (timeMs !== null) return timeMs;
  throw new InvalidArgumentError(
    `It must be a time such as 2001-06-26T11:45:00Z (UTC), or milliseconds since 1970, not ${JSON.stringify(text)}.`,
  );
};

/** `{"origin":"SFO"}`: the form that vectors are asked for in. */
const keysJson = (text: string): readonly Said[] => {
  const wrong = new InvalidArgumentError(
    `It must be a JSON object of texts, numbers and booleans, such as {"origin":"SFO"}, not ${text}.`,
  );
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw wrong;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw wrong;
  return Object.entries(parsed).map(([column, value]: [string, unknown]) => {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw wrong;
    return { column, text: String(value) };
  });
};

export function whyCommand(program: Command): void {
  program
    .command('why')
    .description(
      'the events behind one value: its window, what counts and what does not, and the fold of exactly these',
    )
    .argument('<name>', 'a definition’s name, a tail of it, its table, or a compiled file')
    .argument('[feature]', 'a column of its table')
    .addOption(new Option('--feature <feature>', 'the same').hideHelp())
    .option('--key <column=value>', 'the row: a key or another left column; may be repeated', said, [])
    .addOption(new Option('--keys <json>', 'the same, as a JSON object').argParser(keysJson))
    .option('--at <time>', 'the row: its time, as 2001-06-26T11:45:00Z or in milliseconds', instant)
    .option('--day <day>', 'the row: its day (default: that of --at, else the last one that can be computed)')
    .option('--limit <n>', 'how many events are shown, the last ones', eventCount, 20)
    .addHelpText(
      'after',
      '\nExamples:\n  isochron why lateness origin_destination_delay_average_7d --key origin=MSP --key destination=COS --at 2001-06-26T11:45:00Z\n  isochron why byRoute late_sum_7d --key origin=MSP --key destination=COS --day 2001-06-26',
    )
    .action((name: string, feature: string | undefined, options: Options, command: Command) =>
      runCommand(command, (context) => run(context, name, feature, options)),
    );
}

async function run(context: Context, name: string, feature: string | undefined, options: Options): Promise<void> {
  const { output, backfill } = context;
  const { key, keys = [], at = null, day, limit } = options;
  const column = feature ?? options.feature;
  if (column === undefined)
    throw new IsochronError('INVALID_ARGUMENT', `Of which feature? isochron show ${name} lists them.`);
  const service = await backfill();
  const report = await service.why({
    plan: await planNamed(context, name),
    column,
    said: [...key, ...keys],
    atMs: at,
    day: day === undefined ? null : parseDay(day, 'The day'),
    eventsMax: limit,
  });
  output.result(whyText(report), whyJson(report));
  if (!report.agrees) throw new WorkFailed();
}

/** By its name, or by the table it fills. */
async function planNamed(context: Context, name: string): Promise<Plan> {
  try {
    return await planInFeatures(context, name);
  } catch (thrown) {
    if (!(thrown instanceof IsochronError) || thrown.code !== 'NOT_FOUND') throw thrown;
    const { prefix } = await environmentOf(context);
    // Whatever stands before the last dot is the namespace.
    const table = name.slice(name.lastIndexOf('.') + 1);
    const file = compiledFiles(context.repository).find((each) => prefix + tableOfName(each.name) === table);
    if (file === undefined) throw thrown;
    return planInFeatures(context, file.name);
  }
}
