// Written by isochron compile: the columns of what features/flights/leaking.ts defines. Import them as types.

/** The table of byOriginLeaking. */
export type ByOriginLeakingColumns = {
  origin: 'STRING';
  delay_average_1h: 'FLOAT64';
};

/** What derivations see of byOriginLeaking. */
export type ByOriginLeakingBase = {
  origin: 'STRING';
  ts: 'INT64';
  ds: 'STRING';
  delay_average_1h: 'FLOAT64';
};

/** The table of leaking. */
export type LeakingColumns = {
  late: 'BOOL';
  origin: 'STRING';
  ts: 'INT64';
  origin_delay_average_1h: 'FLOAT64';
};

/** What derivations see of leaking. */
export type LeakingBase = {
  late: 'BOOL';
  origin: 'STRING';
  ts: 'INT64';
  ds: 'STRING';
  origin_delay_average_1h: 'FLOAT64';
};
