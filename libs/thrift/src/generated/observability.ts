// Generated from thrift/observability.thrift by tools/src/generate.ts. Do not edit.

import type { EnumDescriptor, StructDescriptor } from '../descriptor.ts';
import { type Window, windowStruct } from './common.ts';

/** How many distinct values a column is expected to have. */
export const Cardinality = {
  LOW: 0,
  HIGH: 1,
} as const;
export type Cardinality = (typeof Cardinality)[keyof typeof Cardinality];

export const cardinalityEnum: EnumDescriptor = { name: 'Cardinality', numbers: Cardinality };

/** By which measure two distributions are told apart. Number 2 is not in use. */
export const DriftMetric = {
  JENSEN_SHANNON: 0,
  HELLINGER: 1,
  PSI: 3,
} as const;
export type DriftMetric = (typeof DriftMetric)[keyof typeof DriftMetric];

export const driftMetricEnum: EnumDescriptor = { name: 'DriftMetric', numbers: DriftMetric };

/** Which drift of a definition's outputs is watched. */
export interface DriftSpec {
  /** Columns by whose values the outputs are looked at separately. */
  readonly slices?: readonly string[];
  /** Name -> expression over the outputs, watched like an output. */
  readonly derivations?: Readonly<Record<string, string>>;
  /** Column -> how many distinct values to expect, where guessing would go wrong. */
  readonly columnCardinalityHints?: Readonly<Record<string, Cardinality>>;
  /** The span that one summary covers; unset means 30 minutes. */
  readonly tileSize?: Window;
  /** How far back in time the distributions compared with lie. */
  readonly lookbackWindows?: readonly Window[];
  /** The measure. */
  readonly driftMetric?: DriftMetric;
}

export const driftSpecStruct: StructDescriptor<DriftSpec> = {
  name: 'DriftSpec',
  kind: 'struct',
  fields: [
    { id: 1, name: 'slices', type: { kind: 'list', element: { kind: 'string' } }, requiredness: 'optional' },
    { id: 2, name: 'derivations', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
    { id: 3, name: 'columnCardinalityHints', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'enum', enum: cardinalityEnum } }, requiredness: 'optional' },
    { id: 4, name: 'tileSize', type: { kind: 'struct', struct: () => windowStruct }, requiredness: 'optional' },
    { id: 5, name: 'lookbackWindows', type: { kind: 'list', element: { kind: 'struct', struct: () => windowStruct } }, requiredness: 'optional' },
    { id: 6, name: 'driftMetric', type: { kind: 'enum', enum: driftMetricEnum }, requiredness: 'optional', defaultValue: DriftMetric.JENSEN_SHANNON },
  ],
};

/** Under which key the summaries of a column lie. */
export interface TileSummaryKey {
  /** The column. */
  readonly column?: string;
  /** The value of the slicing column that the summary is limited to; unset means all rows. */
  readonly slice?: string;
  /** The Join. */
  readonly name?: string;
  /** The span that one summary covers; milliseconds. */
  readonly sizeMillis?: number | bigint;
}

export const tileSummaryKeyStruct: StructDescriptor<TileSummaryKey> = {
  name: 'TileSummaryKey',
  kind: 'struct',
  fields: [
    { id: 1, name: 'column', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'slice', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 3, name: 'name', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 4, name: 'sizeMillis', type: { kind: 'i64' }, requiredness: 'optional' },
  ],
};

/** The values of one column in one stretch of time. */
export interface TileSummary {
  /** Percentiles of a column of numbers. */
  readonly percentiles?: readonly number[];
  /** Value -> how often, of a column with few distinct values. */
  readonly histogram?: Readonly<Record<string, number | bigint>>;
  /** How many rows. */
  readonly count?: number | bigint;
  /** In how many of them the column is null. */
  readonly nullCount?: number | bigint;
  /** Of lists and maps: how many elements. */
  readonly innerCount?: number | bigint;
  /** Of lists and maps: how many null elements. */
  readonly innerNullCount?: number | bigint;
  /** Of lists and maps: percentiles of their sizes. */
  readonly lengthPercentiles?: readonly number[];
  /** Of texts: percentiles of their lengths. */
  readonly stringLengthPercentiles?: readonly number[];
}

export const tileSummaryStruct: StructDescriptor<TileSummary> = {
  name: 'TileSummary',
  kind: 'struct',
  fields: [
    { id: 1, name: 'percentiles', type: { kind: 'list', element: { kind: 'double' } }, requiredness: 'optional' },
    { id: 2, name: 'histogram', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'i64' } }, requiredness: 'optional' },
    { id: 3, name: 'count', type: { kind: 'i64' }, requiredness: 'optional' },
    { id: 4, name: 'nullCount', type: { kind: 'i64' }, requiredness: 'optional' },
    { id: 5, name: 'innerCount', type: { kind: 'i64' }, requiredness: 'optional' },
    { id: 6, name: 'innerNullCount', type: { kind: 'i64' }, requiredness: 'optional' },
    { id: 7, name: 'lengthPercentiles', type: { kind: 'list', element: { kind: 'i32' } }, requiredness: 'optional' },
    { id: 8, name: 'stringLengthPercentiles', type: { kind: 'list', element: { kind: 'i32' } }, requiredness: 'optional' },
  ],
};

/** Which series of summaries or drifts is meant. */
export interface TileSeriesKey {
  /** The column. */
  readonly column?: string;
  /** The value of the slicing column; unset means all rows. */
  readonly slice?: string;
  /** The part of the Join that the column comes from. */
  readonly groupName?: string;
  /** The Join. */
  readonly nodeName?: string;
}

export const tileSeriesKeyStruct: StructDescriptor<TileSeriesKey> = {
  name: 'TileSeriesKey',
  kind: 'struct',
  fields: [
    { id: 1, name: 'column', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'slice', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 3, name: 'groupName', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 4, name: 'nodeName', type: { kind: 'string' }, requiredness: 'optional' },
  ],
};

/** How many nulls columns have, by the number of the column. */
export interface NullCounts {
  /** Number of the column -> in how many rows it is null. */
  readonly nullCounts?: Readonly<Record<number, number | bigint>>;
  /** How many rows. */
  readonly rowCount?: number | bigint;
}

export const nullCountsStruct: StructDescriptor<NullCounts> = {
  name: 'NullCounts',
  kind: 'struct',
  fields: [
    { id: 1, name: 'nullCounts', type: { kind: 'map', key: { kind: 'i32' }, value: { kind: 'i64' } }, requiredness: 'optional' },
    { id: 2, name: 'rowCount', type: { kind: 'i64' }, requiredness: 'optional' },
  ],
};

/** The kinds of statistics of a stretch of time. */
export const TileStatsType = {
  NULL_COUNTS: 1,
} as const;
export type TileStatsType = (typeof TileStatsType)[keyof typeof TileStatsType];

export const tileStatsTypeEnum: EnumDescriptor = { name: 'TileStatsType', numbers: TileStatsType };

/** Statistics of all columns over a stretch of time. */
export type TileStats =
  | {
      /** How many nulls. */
      readonly nullCounts: NullCounts;
    };

export const tileStatsStruct: StructDescriptor<TileStats> = {
  name: 'TileStats',
  kind: 'union',
  fields: [
    { id: 1, name: 'nullCounts', type: { kind: 'struct', struct: () => nullCountsStruct }, requiredness: 'optional' },
  ],
};

/** The summaries of one column over time: each list has one entry a summary, and `timestamps` says when. */
export interface TileSummarySeries {
  /** Percentiles. */
  readonly percentiles?: readonly (readonly number[])[];
  /** Value -> how often, in each summary. */
  readonly histogram?: Readonly<Record<string, readonly (number | bigint)[]>>;
  /** Rows. */
  readonly count?: readonly (number | bigint)[];
  /** Rows in which the column is null. */
  readonly nullCount?: readonly (number | bigint)[];
  /** Elements of lists and maps. */
  readonly innerCount?: readonly (number | bigint)[];
  /** Null elements of lists and maps. */
  readonly innerNullCount?: readonly (number | bigint)[];
  /** Percentiles of the sizes of lists and maps. */
  readonly lengthPercentiles?: readonly (readonly number[])[];
  /** Percentiles of the lengths of texts. */
  readonly stringLengthPercentiles?: readonly (readonly number[])[];
  /** The first instant of each summary; milliseconds since the epoch. */
  readonly timestamps?: readonly (number | bigint)[];
  /** Which column. */
  readonly key?: TileSummaryKey;
}

export const tileSummarySeriesStruct: StructDescriptor<TileSummarySeries> = {
  name: 'TileSummarySeries',
  kind: 'struct',
  fields: [
    { id: 1, name: 'percentiles', type: { kind: 'list', element: { kind: 'list', element: { kind: 'double' } } }, requiredness: 'optional' },
    { id: 2, name: 'histogram', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'list', element: { kind: 'i64' } } }, requiredness: 'optional' },
    { id: 3, name: 'count', type: { kind: 'list', element: { kind: 'i64' } }, requiredness: 'optional' },
    { id: 4, name: 'nullCount', type: { kind: 'list', element: { kind: 'i64' } }, requiredness: 'optional' },
    { id: 5, name: 'innerCount', type: { kind: 'list', element: { kind: 'i64' } }, requiredness: 'optional' },
    { id: 6, name: 'innerNullCount', type: { kind: 'list', element: { kind: 'i64' } }, requiredness: 'optional' },
    { id: 7, name: 'lengthPercentiles', type: { kind: 'list', element: { kind: 'list', element: { kind: 'i32' } } }, requiredness: 'optional' },
    { id: 8, name: 'stringLengthPercentiles', type: { kind: 'list', element: { kind: 'list', element: { kind: 'i32' } } }, requiredness: 'optional' },
    { id: 200, name: 'timestamps', type: { kind: 'list', element: { kind: 'i64' } }, requiredness: 'optional' },
    { id: 300, name: 'key', type: { kind: 'struct', struct: () => tileSummaryKeyStruct }, requiredness: 'optional' },
  ],
};

/** How far a summary lies from the one that it is compared with. Changes are in percent of the earlier value. */
export interface TileDrift {
  /** Between the percentiles. */
  readonly percentileDrift?: number;
  /** Between the histograms. */
  readonly histogramDrift?: number;
  /** Of the number of rows. */
  readonly countChangePercent?: number;
  /** Of the share of nulls. */
  readonly nullRatioChangePercent?: number;
  /** Of the number of elements. */
  readonly innerCountChangePercent?: number;
  /** Of the number of null elements. */
  readonly innerNullCountChangePercent?: number;
  /** Between the percentiles of sizes. */
  readonly lengthPercentilesDrift?: number;
  /** Between the percentiles of lengths. */
  readonly stringLengthPercentilesDrift?: number;
}

export const tileDriftStruct: StructDescriptor<TileDrift> = {
  name: 'TileDrift',
  kind: 'struct',
  fields: [
    { id: 1, name: 'percentileDrift', type: { kind: 'double' }, requiredness: 'optional' },
    { id: 2, name: 'histogramDrift', type: { kind: 'double' }, requiredness: 'optional' },
    { id: 3, name: 'countChangePercent', type: { kind: 'double' }, requiredness: 'optional' },
    { id: 4, name: 'nullRatioChangePercent', type: { kind: 'double' }, requiredness: 'optional' },
    { id: 5, name: 'innerCountChangePercent', type: { kind: 'double' }, requiredness: 'optional' },
    { id: 6, name: 'innerNullCountChangePercent', type: { kind: 'double' }, requiredness: 'optional' },
    { id: 7, name: 'lengthPercentilesDrift', type: { kind: 'double' }, requiredness: 'optional' },
    { id: 8, name: 'stringLengthPercentilesDrift', type: { kind: 'double' }, requiredness: 'optional' },
  ],
};

/** The drifts of one column over time: each list has one entry a drift, and `timestamps` says when. */
export interface TileDriftSeries {
  /** Between the percentiles. */
  readonly percentileDriftSeries?: readonly number[];
  /** Between the histograms. */
  readonly histogramDriftSeries?: readonly number[];
  /** Of the number of rows. */
  readonly countChangePercentSeries?: readonly number[];
  /** Of the share of nulls. */
  readonly nullRatioChangePercentSeries?: readonly number[];
  /** Of the number of elements. */
  readonly innerCountChangePercentSeries?: readonly number[];
  /** Of the number of null elements. */
  readonly innerNullCountChangePercentSeries?: readonly number[];
  /** Between the percentiles of sizes. */
  readonly lengthPercentilesDriftSeries?: readonly number[];
  /** Between the percentiles of lengths. */
  readonly stringLengthPercentilesDriftSeries?: readonly number[];
  /** The first instant of each summary; milliseconds since the epoch. */
  readonly timestamps?: readonly (number | bigint)[];
  /** Which column. */
  readonly key?: TileSeriesKey;
}

export const tileDriftSeriesStruct: StructDescriptor<TileDriftSeries> = {
  name: 'TileDriftSeries',
  kind: 'struct',
  fields: [
    { id: 1, name: 'percentileDriftSeries', type: { kind: 'list', element: { kind: 'double' } }, requiredness: 'optional' },
    { id: 2, name: 'histogramDriftSeries', type: { kind: 'list', element: { kind: 'double' } }, requiredness: 'optional' },
    { id: 3, name: 'countChangePercentSeries', type: { kind: 'list', element: { kind: 'double' } }, requiredness: 'optional' },
    { id: 4, name: 'nullRatioChangePercentSeries', type: { kind: 'list', element: { kind: 'double' } }, requiredness: 'optional' },
    { id: 5, name: 'innerCountChangePercentSeries', type: { kind: 'list', element: { kind: 'double' } }, requiredness: 'optional' },
    { id: 6, name: 'innerNullCountChangePercentSeries', type: { kind: 'list', element: { kind: 'double' } }, requiredness: 'optional' },
    { id: 7, name: 'lengthPercentilesDriftSeries', type: { kind: 'list', element: { kind: 'double' } }, requiredness: 'optional' },
    { id: 8, name: 'stringLengthPercentilesDriftSeries', type: { kind: 'list', element: { kind: 'double' } }, requiredness: 'optional' },
    { id: 200, name: 'timestamps', type: { kind: 'list', element: { kind: 'i64' } }, requiredness: 'optional' },
    { id: 300, name: 'key', type: { kind: 'struct', struct: () => tileSeriesKeyStruct }, requiredness: 'optional' },
  ],
};

/** Asks for the drift of a Join. */
export interface JoinDriftRequest {
  /** The Join. */
  readonly name: string;
  /** From this instant on; milliseconds since the epoch. */
  readonly startTs: number | bigint;
  /** Up to this instant; milliseconds since the epoch. */
  readonly endTs: number | bigint;
  /** How far back lies what is compared with, such as `7d`. */
  readonly offset?: string;
  /** The measure. */
  readonly algorithm?: DriftMetric;
  /** Only this column. */
  readonly columnName?: string;
}

export const joinDriftRequestStruct: StructDescriptor<JoinDriftRequest> = {
  name: 'JoinDriftRequest',
  kind: 'struct',
  fields: [
    { id: 1, name: 'name', type: { kind: 'string' }, requiredness: 'required' },
    { id: 2, name: 'startTs', type: { kind: 'i64' }, requiredness: 'required' },
    { id: 3, name: 'endTs', type: { kind: 'i64' }, requiredness: 'required' },
    { id: 6, name: 'offset', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 7, name: 'algorithm', type: { kind: 'enum', enum: driftMetricEnum }, requiredness: 'optional' },
    { id: 8, name: 'columnName', type: { kind: 'string' }, requiredness: 'optional' },
  ],
};

/** The drift of a Join. */
export interface JoinDriftResponse {
  /** One series a column. */
  readonly driftSeries: readonly TileDriftSeries[];
}

export const joinDriftResponseStruct: StructDescriptor<JoinDriftResponse> = {
  name: 'JoinDriftResponse',
  kind: 'struct',
  fields: [
    { id: 1, name: 'driftSeries', type: { kind: 'list', element: { kind: 'struct', struct: () => tileDriftSeriesStruct } }, requiredness: 'required' },
  ],
};

/** Asks for the summaries of a column of a Join. */
export interface JoinSummaryRequest {
  /** The Join. */
  readonly name: string;
  /** From this instant on; milliseconds since the epoch. */
  readonly startTs: number | bigint;
  /** Up to this instant; milliseconds since the epoch. */
  readonly endTs: number | bigint;
  /** Which percentiles, as text: `p5,p50,p95`. */
  readonly percentiles?: string;
  /** The column. */
  readonly columnName: string;
}

export const joinSummaryRequestStruct: StructDescriptor<JoinSummaryRequest> = {
  name: 'JoinSummaryRequest',
  kind: 'struct',
  fields: [
    { id: 1, name: 'name', type: { kind: 'string' }, requiredness: 'required' },
    { id: 2, name: 'startTs', type: { kind: 'i64' }, requiredness: 'required' },
    { id: 3, name: 'endTs', type: { kind: 'i64' }, requiredness: 'required' },
    { id: 5, name: 'percentiles', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 8, name: 'columnName', type: { kind: 'string' }, requiredness: 'required' },
  ],
};
