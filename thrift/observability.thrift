/*
 * What is watched of a definition's outputs once they are served.
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
