/*
 * What is watched of a definition's outputs once they are served: summaries of the values in a stretch of time, and how far two of
 * them lie apart. Percentiles are of the values at equal steps from the least to the greatest.
 */

include "common.thrift"

/** How many distinct values a column is expected to have. */
enum Cardinality {
  LOW = 0,
  HIGH = 1,
}

/** By which measure two distributions are told apart. Number 2 is not in use. */
enum DriftMetric {
  JENSEN_SHANNON = 0,
  HELLINGER = 1,
  PSI = 3,
}

/** Which drift of a definition's outputs is watched. */
struct DriftSpec {
  /** Columns by whose values the outputs are looked at separately. */
  1: optional list<string> slices,
  /** Name -> expression over the outputs, watched like an output. */
  2: optional map<string, string> derivations,
  /** Column -> how many distinct values to expect, where guessing would go wrong. */
  3: optional map<string, Cardinality> columnCardinalityHints,
  /** The span that one summary covers; unset means 30 minutes. */
  4: optional common.Window tileSize,
  /** How far back in time the distributions compared with lie. */
  5: optional list<common.Window> lookbackWindows,
  /** The measure. */
  6: optional DriftMetric driftMetric = DriftMetric.JENSEN_SHANNON,
}

/** Under which key the summaries of a column lie. */
struct TileSummaryKey {
  /** The column. */
  1: optional string column,
  /** The value of the slicing column that the summary is limited to; unset means all rows. */
  2: optional string slice,
  /** The Join. */
  3: optional string name,
  /** The span that one summary covers; milliseconds. */
  4: optional i64 sizeMillis,
}

/** The values of one column in one stretch of time. */
struct TileSummary {
  /** Percentiles of a column of numbers. */
  1: optional list<double> percentiles,
  /** Value -> how often, of a column with few distinct values. */
  2: optional map<string, i64> histogram,
  /** How many rows. */
  3: optional i64 count,
  /** In how many of them the column is null. */
  4: optional i64 nullCount,
  /** Of lists and maps: how many elements. */
  5: optional i64 innerCount,
  /** Of lists and maps: how many null elements. */
  6: optional i64 innerNullCount,
  /** Of lists and maps: percentiles of their sizes. */
  7: optional list<i32> lengthPercentiles,
  /** Of texts: percentiles of their lengths. */
  8: optional list<i32> stringLengthPercentiles,
}

/** Which series of summaries or drifts is meant. */
struct TileSeriesKey {
  /** The column. */
  1: optional string column,
  /** The value of the slicing column; unset means all rows. */
  2: optional string slice,
  /** The part of the Join that the column comes from. */
  3: optional string groupName,
  /** The Join. */
  4: optional string nodeName,
}

/** How many nulls columns have, by the number of the column. */
struct NullCounts {
  /** Number of the column -> in how many rows it is null. */
  1: optional map<i32, i64> nullCounts,
  /** How many rows. */
  2: optional i64 rowCount,
}

/** The kinds of statistics of a stretch of time. */
enum TileStatsType {
  NULL_COUNTS = 1,
}

/** Statistics of all columns over a stretch of time. */
union TileStats {
  /** How many nulls. */
  1: NullCounts nullCounts,
}

/** The summaries of one column over time: each list has one entry a summary, and `timestamps` says when. */
struct TileSummarySeries {
  /** Percentiles. */
  1: optional list<list<double>> percentiles,
  /** Value -> how often, in each summary. */
  2: optional map<string, list<i64>> histogram,
  /** Rows. */
  3: optional list<i64> count,
  /** Rows in which the column is null. */
  4: optional list<i64> nullCount,
  /** Elements of lists and maps. */
  5: optional list<i64> innerCount,
  /** Null elements of lists and maps. */
  6: optional list<i64> innerNullCount,
  /** Percentiles of the sizes of lists and maps. */
  7: optional list<list<i32>> lengthPercentiles,
  /** Percentiles of the lengths of texts. */
  8: optional list<list<i32>> stringLengthPercentiles,
  /** The first instant of each summary; milliseconds since the epoch. */
  200: optional list<i64> timestamps,
  /** Which column. */
  300: optional TileSummaryKey key,
}

/** How far a summary lies from the one that it is compared with. Changes are in percent of the earlier value. */
struct TileDrift {
  /** Between the percentiles. */
  1: optional double percentileDrift,
  /** Between the histograms. */
  2: optional double histogramDrift,
  /** Of the number of rows. */
  3: optional double countChangePercent,
  /** Of the share of nulls. */
  4: optional double nullRatioChangePercent,
  /** Of the number of elements. */
  5: optional double innerCountChangePercent,
  /** Of the number of null elements. */
  6: optional double innerNullCountChangePercent,
  /** Between the percentiles of sizes. */
  7: optional double lengthPercentilesDrift,
  /** Between the percentiles of lengths. */
  8: optional double stringLengthPercentilesDrift,
}

/** The drifts of one column over time: each list has one entry a drift, and `timestamps` says when. */
struct TileDriftSeries {
  /** Between the percentiles. */
  1: optional list<double> percentileDriftSeries,
  /** Between the histograms. */
  2: optional list<double> histogramDriftSeries,
  /** Of the number of rows. */
  3: optional list<double> countChangePercentSeries,
  /** Of the share of nulls. */
  4: optional list<double> nullRatioChangePercentSeries,
  /** Of the number of elements. */
  5: optional list<double> innerCountChangePercentSeries,
  /** Of the number of null elements. */
  6: optional list<double> innerNullCountChangePercentSeries,
  /** Between the percentiles of sizes. */
  7: optional list<double> lengthPercentilesDriftSeries,
  /** Between the percentiles of lengths. */
  8: optional list<double> stringLengthPercentilesDriftSeries,
  /** The first instant of each summary; milliseconds since the epoch. */
  200: optional list<i64> timestamps,
  /** Which column. */
  300: optional TileSeriesKey key,
}

/** Asks for the drift of a Join. */
struct JoinDriftRequest {
  /** The Join. */
  1: required string name,
  /** From this instant on; milliseconds since the epoch. */
  2: required i64 startTs,
  /** Up to this instant; milliseconds since the epoch. */
  3: required i64 endTs,
  /** How far back lies what is compared with, such as `7d`. */
  6: optional string offset,
  /** The measure. */
  7: optional DriftMetric algorithm,
  /** Only this column. */
  8: optional string columnName,
}

/** The drift of a Join. */
struct JoinDriftResponse {
  /** One series a column. */
  1: required list<TileDriftSeries> driftSeries,
}

/** Asks for the summaries of a column of a Join. */
struct JoinSummaryRequest {
  /** The Join. */
  1: required string name,
  /** From this instant on; milliseconds since the epoch. */
  2: required i64 startTs,
  /** Up to this instant; milliseconds since the epoch. */
  3: required i64 endTs,
  /** Which percentiles, as text: `p5,p50,p95`. */
  5: optional string percentiles,
  /** The column. */
  8: required string columnName,
}
