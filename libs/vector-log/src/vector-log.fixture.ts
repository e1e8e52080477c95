import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExternalPlan } from '@isochron/compiler';
import { type Field, longType, setValue, stringType, type Value, type Vector, vectorOf } from '@isochron/schema';
import { createLogger, type Logger, Registry, systemClock } from '@isochron/service';
import { Fetched, type ReadPlan, readPlanOf, Status } from '@isochron/serving';
import { type VectorLogConfig, vectorLogSchema } from './config.ts';
import { type FileSinkOptions, openFileSink } from './file-sink.ts';
import { type LoggedVector, readVectorLog, type Skipped } from './read-vector-log.ts';
import { createVectorLog, type VectorLog } from './vector-log.ts';

export const user: Field = { name: 'user', type: stringType };

/** A Join whose features all come from outside, so that a test says what they are. */
export function planOf(outputs: readonly Field[], name = 'shop/training.all__1'): ReadPlan {
  const risk: ExternalPlan = {
    service: 'risk',
    isContextual: false,
    keys: [{ left: 'user', right: 'user', type: stringType }],
    outputs: outputs.map((field) => ({ ...field, field: field.name })),
  };
  return readPlanOf(
    { name, left: { columns: [user] }, parts: [], externals: [risk], derive: [], outputs },
    { datasetOf: () => '', tilesOf: () => null },
  );
}

export const numbered: readonly Field[] = [
  { name: 'number', type: longType },
  { name: 'text', type: stringType },
];

export interface Row {
  readonly user: string | null;
  readonly values: readonly Value[];
  readonly statuses?: readonly number[];
}

export const AT = 1_705_276_800_000;

/** The vectors of these rows, as a reader of the Join would give them. */
export function fetchedOf(
  plan: ReadPlan,
  rows: readonly Row[],
): { fetched: Fetched; columns: ReadonlyMap<string, Vector> } {
  const fetched = new Fetched(plan, rows.length, () => undefined);
  fetched.rows = rows.length;
  fetched.atMs = AT;
  for (const part of fetched.parts) part.generation = 7;
  rows.forEach(({ values, statuses }, row) => {
    values.forEach((value, at) => {
      const vector = fetched.vectors[at];
      if (vector !== undefined) setValue(vector, row, value);
      fetched.statuses[row * values.length + at] = statuses?.[at] ?? (value === null ? Status.NULL : Status.PRESENT);
    });
  });
  return {
    fetched,
    columns: new Map([
      [
        'user',
        vectorOf(
          stringType,
          rows.map((each) => each.user),
        ),
      ],
    ]),
  };
}

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'isochron-vectors-'));

export interface Opened {
  readonly log: VectorLog;
  readonly registry: Registry;
  /** What was told, as messages. */
  readonly told: readonly string[];
}

export async function openLog(
  folder: string,
  settings: Partial<VectorLogConfig> = {},
  options: Partial<FileSinkOptions> = {},
): Promise<Opened> {
  const registry = new Registry();
  const told: string[] = [];
  const logger = quietLogger((line) => told.push(JSON.parse(line).message));
  const config = { ...vectorLogSchema.parse({ folder, ...settings }), folder };
  const sink = await openFileSink({ config, instance: 'test-0', clock: systemClock, registry, logger, ...options });
  return { log: createVectorLog(sink, { registry, logger }), registry, told };
}

export const quietLogger = (write: (line: string) => void): Logger =>
  createLogger({ service: 'fetcher', version: '1', level: 'info', project: null, stream: { write } });

export async function readAll(
  folder: string,
): Promise<{ vectors: readonly LoggedVector[]; skipped: readonly Skipped[] }> {
  const skipped: Skipped[] = [];
  const vectors = await Array.fromAsync(readVectorLog(folder, (what) => skipped.push(what)));
  return { vectors, skipped };
}

export async function counted(registry: Registry, name: string, outcome?: string): Promise<number> {
  const values = (await registry.getSingleMetric(name)?.get())?.values ?? [];
  return values.find(({ labels }) => outcome === undefined || labels['outcome'] === outcome)?.value ?? 0;
}
