// Written by isochron compile: the columns of what features/flights/serving.ts defines. Import them as types.

/** The table of boarding. */
export type BoardingColumns = {
  destination: 'STRING';
  origin: 'STRING';
  ts: 'INT64';
  origin_delay_average_1h: 'FLOAT64';
  origin_delay_average_1d: 'FLOAT64';
  origin_delay_average_7d: 'FLOAT64';
  origin_delay_count_1h: 'INT64';
  origin_delay_count_1d: 'INT64';
  origin_delay_count_7d: 'INT64';
  origin_delay_max_1h: 'INT64';
  origin_delay_max_1d: 'INT64';
  origin_late_sum_1h: 'INT64';
  origin_late_sum_1d: 'INT64';
  origin_delay_last5_1d: 'ARRAY<INT64>';
  origin_late_share_1d: 'FLOAT64';
  origin_late_sum_7d_by_destination: 'MAP<STRING, INT64>';
  onward_origin_delay_average_1h: 'FLOAT64';
  onward_origin_delay_average_1d: 'FLOAT64';
  onward_origin_delay_average_7d: 'FLOAT64';
  onward_origin_delay_count_1h: 'INT64';
  onward_origin_delay_count_1d: 'INT64';
  onward_origin_delay_count_7d: 'INT64';
  onward_origin_delay_max_1h: 'INT64';
  onward_origin_delay_max_1d: 'INT64';
  onward_origin_late_sum_1h: 'INT64';
  onward_origin_late_sum_1d: 'INT64';
  onward_origin_delay_last5_1d: 'ARRAY<INT64>';
  onward_origin_late_share_1d: 'FLOAT64';
  slower_than_usual: 'FLOAT64';
};

/** What derivations see of boarding. */
export type BoardingBase = {
  destination: 'STRING';
  origin: 'STRING';
  ts: 'INT64';
  ds: 'STRING';
  origin_delay_average_1h: 'FLOAT64';
  origin_delay_average_1d: 'FLOAT64';
  origin_delay_average_7d: 'FLOAT64';
  origin_delay_count_1h: 'INT64';
  origin_delay_count_1d: 'INT64';
  origin_delay_count_7d: 'INT64';
  origin_delay_max_1h: 'INT64';
  origin_delay_max_1d: 'INT64';
  origin_late_sum_1h: 'INT64';
  origin_late_sum_1d: 'INT64';
  origin_delay_last5_1d: 'ARRAY<INT64>';
  origin_late_share_1d: 'FLOAT64';
  origin_late_sum_7d_by_destination: 'MAP<STRING, INT64>';
  onward_origin_delay_average_1h: 'FLOAT64';
  onward_origin_delay_average_1d: 'FLOAT64';
  onward_origin_delay_average_7d: 'FLOAT64';
  onward_origin_delay_count_1h: 'INT64';
  onward_origin_delay_count_1d: 'INT64';
  onward_origin_delay_count_7d: 'INT64';
  onward_origin_delay_max_1h: 'INT64';
  onward_origin_delay_max_1d: 'INT64';
  onward_origin_late_sum_1h: 'INT64';
  onward_origin_late_sum_1d: 'INT64';
  onward_origin_delay_last5_1d: 'ARRAY<INT64>';
  onward_origin_late_share_1d: 'FLOAT64';
};

/** What a request says of boarding. */
export type BoardingKeys = {
  destination: 'STRING';
  origin: 'STRING';
};

/** What is answered of boarding. */
export type BoardingFeatures = {
  origin_delay_average_1h: 'FLOAT64';
  origin_delay_average_1d: 'FLOAT64';
  origin_delay_average_7d: 'FLOAT64';
  origin_delay_count_1h: 'INT64';
  origin_delay_count_1d: 'INT64';
  origin_delay_count_7d: 'INT64';
  origin_delay_max_1h: 'INT64';
  origin_delay_max_1d: 'INT64';
  origin_late_sum_1h: 'INT64';
  origin_late_sum_1d: 'INT64';
  origin_delay_last5_1d: 'ARRAY<INT64>';
  origin_late_share_1d: 'FLOAT64';
  origin_late_sum_7d_by_destination: 'MAP<STRING, INT64>';
  onward_origin_delay_average_1h: 'FLOAT64';
  onward_origin_delay_average_1d: 'FLOAT64';
  onward_origin_delay_average_7d: 'FLOAT64';
  onward_origin_delay_count_1h: 'INT64';
  onward_origin_delay_count_1d: 'INT64';
  onward_origin_delay_count_7d: 'INT64';
  onward_origin_delay_max_1h: 'INT64';
  onward_origin_delay_max_1d: 'INT64';
  onward_origin_late_sum_1h: 'INT64';
  onward_origin_late_sum_1d: 'INT64';
  onward_origin_delay_last5_1d: 'ARRAY<INT64>';
  onward_origin_late_share_1d: 'FLOAT64';
  slower_than_usual: 'FLOAT64';
};
