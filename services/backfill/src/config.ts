import { resolve } from 'node:path';
import { IsochronError } from '@isochron/schema';

/** What a backfill worker needs to know of its surroundings, checked and defaulted. */
export interface BackfillConfig {
  /** Folder of the embedded state. */
  readonly home: string;
  /** What the warehouse may hold in memory before it spills to disk, in mebibytes. */
  readonly memoryMaxMib: number;
  /** How many threads the warehouse may use; null lets it choose. */
  readonly threads: number | null;
}

const MEMORY_MAX_MIB = 900;

/** Reads ISOCHRON_HOME, ISOCHRON_MEMORY_MIB and ISOCHRON_THREADS where the command line says nothing. */
export function readConfig(flags: { readonly home?: string | undefined }, environment = process.env): BackfillConfig {
  return {
    home: resolve(flags.home ?? environment['ISOCHRON_HOME'] ?? '.isochron'),
    memoryMaxMib: positiveInteger('ISOCHRON_MEMORY_MIB', environment['ISOCHRON_MEMORY_MIB']) ?? MEMORY_MAX_MIB,
    threads: positiveInteger('ISOCHRON_THREADS', environment['ISOCHRON_THREADS']),
  };
}

function positiveInteger(name: string, text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `${name} is ${JSON.stringify(text)}: it must be a whole number from 1 on.`,
  );
}
