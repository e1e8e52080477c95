// Written by isochron compile: the columns of what features/flights/delays.ts defines. Import them as types.

/** The table of byDestination. */
export type ByDestinationColumns = {
  destination: 'STRING';
  delay_average_1h: 'FLOAT64';
  delay_average_1d: 'FLOAT64';
  delay_average_7d: 'FLOAT64';
  delay_count_1h: 'INT64';
  delay_count_1d: 'INT64';
  late_sum_1h: 'INT64';
  late_sum_1d: 'INT64';
  delay_variance_7d: 'FLOAT64';
};

/** What derivations see of byDestination. */
export type ByDestinationBase = {
  destination: 'STRING';
  ts: 'INT64';
  ds: 'STRING';
  delay_average_1h: 'FLOAT64';
  delay_average_1d: 'FLOAT64';
  delay_average_7d: 'FLOAT64';
  delay_count_1h: 'INT64';
  delay_count_1d: 'INT64';
  late_sum_1h: 'INT64';
  late_sum_1d: 'INT64';
  delay_variance_7d: 'FLOAT64';
};

/** The table of byOrigin. */
export type ByOriginColumns = {
  origin: 'STRING';
  delay_average_1h: 'FLOAT64';
  delay_average_1d: 'FLOAT64';
  delay_average_7d: 'FLOAT64';
  delay_count_1h: 'INT64';
  delay_count_1d: 'INT64';
  delay_count_7d: 'INT64';
  delay_max_1h: 'INT64';
  delay_max_1d: 'INT64';
  late_sum_1h: 'INT64';
  late_sum_1d: 'INT64';
  delay_last5_1d: 'ARRAY<INT64>';
  late_share_1d: 'FLOAT64';
};

/** What derivations see of byOrigin. */
export type ByOriginBase = {
  origin: 'STRING';
  ts: 'INT64';
  ds: 'STRING';
  delay_average_1h: 'FLOAT64';
  delay_average_1d: 'FLOAT64';
  delay_average_7d: 'FLOAT64';
  delay_count_1h: 'INT64';
  delay_count_1d: 'INT64';
  delay_count_7d: 'INT64';
  delay_max_1h: 'INT64';
  delay_max_1d: 'INT64';
  late_sum_1h: 'INT64';
  late_sum_1d: 'INT64';
  delay_last5_1d: 'ARRAY<INT64>';
};

/** The table of byRoute. */
export type ByRouteColumns = {
  origin: 'STRING';
  destination: 'STRING';
  delay_average_7d: 'FLOAT64';
  delay_average_30d: 'FLOAT64';
  delay_count_7d: 'INT64';
  delay_count_30d: 'INT64';
  late_sum_7d: 'INT64';
  late_sum_30d: 'INT64';
  delay_variance_30d: 'FLOAT64';
  delay_last5_30d: 'ARRAY<INT64>';
  delay_top3_30d: 'ARRAY<INT64>';
  punctuality_histogram_30d: 'MAP<STRING, INT64>';
};

/** What derivations see of byRoute. */
export type ByRouteBase = {
  origin: 'STRING';
  destination: 'STRING';
  ts: 'INT64';
  ds: 'STRING';
  delay_average_7d: 'FLOAT64';
  delay_average_30d: 'FLOAT64';
  delay_count_7d: 'INT64';
  delay_count_30d: 'INT64';
  late_sum_7d: 'INT64';
  late_sum_30d: 'INT64';
  delay_variance_30d: 'FLOAT64';
  delay_last5_30d: 'ARRAY<INT64>';
  delay_top3_30d: 'ARRAY<INT64>';
  punctuality_histogram_30d: 'MAP<STRING, INT64>';
};

/** The table of lateByDestination. */
export type LateByDestinationColumns = {
  origin: 'STRING';
  late_sum_7d_by_destination: 'MAP<STRING, INT64>';
};

/** What derivations see of lateByDestination. */
export type LateByDestinationBase = {
  origin: 'STRING';
  ts: 'INT64';
  ds: 'STRING';
  late_sum_7d_by_destination: 'MAP<STRING, INT64>';
};
