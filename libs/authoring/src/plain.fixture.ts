import { fileURLToPath } from 'node:url';
import { IsochronError } from '@isochron/schema';
import { expect } from 'vitest';
import { DefinitionError } from './definition-error.ts';

/** A definition as it travels: plain data, here without its places. */
export const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, held) => (key === 'place' ? undefined : held)));

/** Metadata that says nothing. */
export const nothingSaid = {
  production: null,
  description: null,
  owners: [],
  tags: {},
  columnDescriptions: {},
  columnTags: {},
  output: { namespace: null, table: null, properties: {}, partitionColumns: [], partition: null },
  run: {
    schedule: null,
    onlineSchedule: null,
    stepDays: null,
    historical: null,
    statistics: null,
    env: {},
    conf: {},
    clusterConf: {},
    dependencyPollIntervalMs: null,
    healthCheckIntervalMs: null,
    kvPollIntervalMs: null,
  },
  monitor: { samplePercent: null, consistency: null, consistencyPercent: null, drift: null },
  customJson: null,
};

/** How a source is read that says nothing of it but what it selects. */
export const nothingAsked = { time: null, start: null, end: null, where: [], partition: null, setup: [] };

/** Calls as a caller without types can, and gives the faults that are thrown; the error stands in the file of the caller. */
export function faultsOf(
  file: string,
  callee: (...args: never[]) => unknown,
  ...args: readonly unknown[]
): readonly string[] {
  try {
    Reflect.apply(callee, undefined, args);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    expect(error).toBeInstanceOf(IsochronError);
    expect(error.code).toBe('INVALID_ARGUMENT');
    expect([fileURLToPath(file), fileURLToPath(import.meta.url)]).toContain(error.place.file);
    expect(error.message.startsWith(`${error.place.file}:${error.place.line}:${error.place.column}: `)).toBe(true);
    return error.faults;
  }
  throw new Error('nothing was refused');
}
