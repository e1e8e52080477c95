import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { longType, stringType, type Vector, vectorOf } from '@isochron/schema';
import { createLogger, Registry, systemClock } from '@isochron/service';
import { Fetched, type ReadPlan, readPlanOf, Status } from '@isochron/serving';
import { createVectorLog, openFileSink, type VectorLog, type VectorSink, vectorLogSchema } from '@isochron/vector-log';
import { median } from '../contender.ts';
import type { BenchOptions } from '../main.ts';
import { table } from '../sketches/table.ts';
import { join, keyOf } from './served-join.ts';

const REQUESTS = 4_000;

interface Contender {
  readonly name: string;
  readonly open: () => Promise<VectorLog>;
  readonly samplePercent: number;
  /** Vectors a request. */
  readonly rows: number;
}

/** What logging adds to a fetch of 60 features and 5 derivations: microseconds of CPU a vector, of this process with all its threads. */
export async function logSection({ quick, runs }: BenchOptions): Promise<void> {
  const home = await mkdtemp(pathOf(tmpdir(), 'isochron-bench-'));
  const plan = readPlanOf(join, { datasetOf: ({ name }) => name, tilesOf: () => null });
  const rounds = quick ? 5 : 25;
  let bytes = 0;
  let records = 0;
  const nowhere: VectorSink = {
    offer: (record) => {
      bytes += record.length;
      records++;
      return true;
    },
    close: async () => undefined,
  };
  const contenders: readonly Contender[] = [
    {
      name: 'offered, of a key that is not sampled',
      open: async () => logTo(nowhere),
      samplePercent: 1e-7,
      rows: 1,
    },
    { name: 'the same, 100 rows a request', open: async () => logTo(nowhere), samplePercent: 1e-7, rows: 100 },
    { name: 'sampled: a record, thrown away', open: async () => logTo(nowhere), samplePercent: 100, rows: 1 },
    {
      name: 'sampled and written, not compressed',
      open: () => files(home, 'null'),
      samplePercent: 100,
      rows: 1,
    },
    {
      name: 'sampled and written, deflate',
      open: () => files(home, 'deflate'),
      samplePercent: 100,
      rows: 1,
    },
    {
      name: 'sampled 1 %, written, deflate',
      open: () => files(home, 'deflate', 'one'),
      samplePercent: 1,
      rows: 1,
    },
  ];
  try {
    const measured = contenders.map((): number[] => []);
    for (const contender of contenders) await microsecondsOf(contender, plan, 2);
    for (let run = 0; run < runs; run++) {
      for (const [at, contender] of contenders.entries())
        measured[at]?.push(await microsecondsOf(contender, plan, rounds));
    }
    const rows = contenders.map(({ name }, at) => {
      const own = measured[at] ?? [];
      return [name, median(own).toFixed(2), Math.min(...own).toFixed(2)];
    });
    process.stdout.write(table(['us of CPU a vector', 'median', 'least'], rows));
    process.stdout.write(`\na record of ${plan.outputs.length} features: ${Math.round(bytes / records)} bytes\n`);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

const logger = createLogger({ service: 'bench', version: '1', level: 'fatal', project: null });

const logTo = (sink: VectorSink): VectorLog => createVectorLog(sink, { registry: new Registry(), logger });

/** Room enough that nothing is dropped while it is measured. */
async function files(home: string, codec: 'null' | 'deflate', folder: string = codec): Promise<VectorLog> {
  const settings = { folder: pathOf(home, folder), codec, queueBytesMax: 2 ** 30, diskBytesMax: 2 ** 29 };
  const config = { ...vectorLogSchema.parse(settings), folder: settings.folder };
  const registry = new Registry();
  return logTo(await openFileSink({ config, instance: 'bench', clock: systemClock, registry, logger }));
}

const SERVING = { setVersion: 1, servedAtMs: 1_705_276_800_000 };
const REQUESTS_A_TURN = 100;

/** All that was taken is on the disk before it ends. Now and then the event loop has a turn, as between requests. */
async function microsecondsOf(
  { open, samplePercent, rows }: Contender,
  plan: ReadPlan,
  rounds: number,
): Promise<number> {
  const requests = Array.from({ length: REQUESTS / rows }, (_, at) => columnsOf(at * rows, rows));
  const fetched = fetchedOf(plan, rows);
  const started = process.cpuUsage();
  const log = await open();
  const joinLog = log.joinLog({ plan, keys: join.left.columns, samplePercent });
  for (let round = 0; round < rounds; round++) {
    for (const [at, columns] of requests.entries()) {
      joinLog?.offer(fetched, columns, SERVING);
      if (at % REQUESTS_A_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }
  await log.close();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / (rounds * requests.length * rows);
}

function columnsOf(first: number, rows: number): ReadonlyMap<string, Vector> {
  return new Map(
    join.left.columns.map(({ name }, part) => {
      const values = Array.from({ length: rows }, (_, row) => keyOf(part, first + row));
      return [name, vectorOf(part === 1 ? longType : stringType, values)];
    }),
  );
}

/** Numbers with all their digits, and one in ten missing. */
function fetchedOf(plan: ReadPlan, rows: number): Fetched {
  const fetched = new Fetched(plan, rows, () => undefined);
  fetched.rows = rows;
  fetched.atMs = SERVING.servedAtMs;
  fetched.statuses.fill(Status.PRESENT);
  for (const part of fetched.parts) {
    part.generation = 1;
    part.batchEndMs = SERVING.servedAtMs;
  }
  fetched.vectors.forEach((vector, at) => {
    for (let row = 0; row < rows; row++) {
      const isThere = (at + row) % 10 !== 0;
      if (vector.kind === 'values') continue;
      if (vector.valid !== null) vector.valid[row] = isThere ? 1 : 0;
      if (vector.kind === 'longs') vector.data[row] = BigInt(1_000 * at + row);
      else vector.data[row] = Math.sqrt(at * 31 + row) * 100;
    }
  });
  return fetched;
}
