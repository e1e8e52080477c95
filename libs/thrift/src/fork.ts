import { IsochronError } from '@isochron/schema';
import { Operation } from './generated/api.ts';

/**
 * Which of the existing system's forks compiled a file. `zipline` numbers its enums as `thrift/` does, and so do our own files; `airbnb`, the
 * older one, has other operations at the same numbers.
 */
export const forks = ['zipline', 'airbnb'] as const;
export type Fork = (typeof forks)[number];

/** Numbers that mean one thing in one fork and another in the other: enum -> number -> names by fork. */
const disputed: Readonly<Record<string, Readonly<Record<number, Readonly<Record<Fork, string>>>>>> = {
  Operation: {
    18: { zipline: 'APPROX_FREQUENT_K', airbnb: 'APPROX_HISTOGRAM_K' },
    19: { zipline: 'APPROX_HEAVY_HITTERS_K', airbnb: 'BOUNDED_UNIQUE_COUNT' },
  },
};

/** The greatest number that airbnb's enums have, where ours go further. */
const greatestOfAirbnb: Readonly<Record<string, number>> = { Operation: 19 };

export const isDisputed = (enumName: string, number: number): boolean => disputed[enumName]?.[number] !== undefined;

/** `18 is APPROX_FREQUENT_K in files of zipline and APPROX_HISTOGRAM_K in those of airbnb`. */
export function bothReadings(enumName: string, number: number): string {
  const names = disputed[enumName]?.[number];
  return `${number} is ${names?.zipline} in files of zipline and ${names?.airbnb} in those of airbnb`;
}

/** Our number for that of a fork, or a sentence that says why there is none. */
export function numberOf(fork: Fork, enumName: string, number: number): number | string {
  if (fork === 'zipline' || enumName !== 'Operation' || number < 18) return number;
  if (number === 19) return Operation.BOUNDED_UNIQUE_COUNT;
  if (number === 18) {
    return '18 is APPROX_HISTOGRAM_K in files of airbnb, an operation that is not computed here; HISTOGRAM counts exactly, APPROX_FREQUENT_K approximately';
  }
  return `${number} is not an ${enumName} of airbnb`;
}

/** The number in a fork for ours. Throws INVALID_ARGUMENT for one that the fork does not have. */
export function numberIn(fork: Fork, enumName: string, number: number): number {
  if (fork === 'zipline' || number < 18 || enumName !== 'Operation') return number;
  if (number === Operation.BOUNDED_UNIQUE_COUNT) return 19;
  throw new IsochronError('INVALID_ARGUMENT', `The ${enumName} ${number} has no number in files of airbnb.`);
}

/**
 * Fields that only files of one fork have, in any of its versions: where one is set, the file's fork is certain. Fields that both had at some
 * time (`GroupBy.backfillStartDate`), or that the other may well add (`tags`), are not here.
 */
const fieldsOfOne: Readonly<Record<Fork, Readonly<Record<string, readonly string[]>>>> = {
  zipline: {
    Query: ['partitionFormat', 'partitionInterval', 'partitionLag', 'subPartitionsToWaitFor', 'eventLag'],
    StagingQuery: ['engineType', 'tableDependencies', 'recomputeDays'],
    Source: ['modelTransforms'],
    MetaData: [
      'version',
      'additionalOutputPartitionColumns',
      'columnTags',
      'columnHashes',
      'sourceFile',
      'driftSpec',
      'executionInfo',
      'expressionDialect',
    ],
    Join: ['labelParts', 'useLongNames'],
    JoinPart: ['useLongNames'],
  },
  airbnb: {
    StagingQuery: ['createView'],
    Aggregation: ['elementWise'],
    AggregationPart: ['elementWise'],
    // In zipline's files schedules and environments stand in `executionInfo`.
    MetaData: ['dependencies', 'modeToEnvMap', 'offlineSchedule', 'historicalBackfill', 'deprecationDate'],
    GroupBy: ['isIncremental'],
    Derivation: ['metaData'],
    Join: ['labelPart', 'modelTransforms'],
    ExternalSource: ['factoryConfig', 'offlineGroupBy'],
  },
};

/** Collects what tells a file's fork, and what needs it told. */
export class ForkEvidence {
  /** The first that was seen of each, with its path. */
  readonly #seen = new Map<Fork, string>();

  field(structName: string, name: string, path: string): void {
    for (const fork of forks) {
      if (fieldsOfOne[fork][structName]?.includes(name)) this.#add(fork, path);
    }
  }

  /** A number that airbnb's files cannot have tells too. */
  number(enumName: string, number: number, path: string): void {
    if (number > (greatestOfAirbnb[enumName] ?? Number.POSITIVE_INFINITY)) this.#add('zipline', path);
  }

  /** Null where nothing tells, or where it tells both. */
  get fork(): Fork | null {
    const [only, ...others] = this.#seen.keys();
    return only === undefined || others.length > 0 ? null : only;
  }

  /** Why there is no fork, as the end of a sentence. */
  get lack(): string {
    const [zipline, airbnb] = [this.#seen.get('zipline'), this.#seen.get('airbnb')];
    if (zipline === undefined || airbnb === undefined) return 'nothing in the file tells which it is';
    return `the file has a field of each: ${zipline} is zipline's, ${airbnb} is airbnb's`;
  }

  #add(fork: Fork, path: string): void {
    if (!this.#seen.has(fork)) this.#seen.set(fork, path);
  }
}
