/**
 * The one file of macros: statements that a DuckDB session runs once, before any text of `toDuckDb`. The session's time zone must be
 * UTC (`SET TimeZone = 'UTC'`). Every macro is named `gs_…`, so that none hides, or is hidden by, a function of DuckDB. A function that
 * GoogleSQL lets fail, fails here with an error that says why; only SAFE_ functions give null instead.
 */
export const duckDbMacros: string = `
-- Arithmetic. A whole zero or one widens narrow whole numbers to the 64 bits that GoogleSQL computes in.
CREATE OR REPLACE MACRO gs_add(a, b) AS (CAST(0 AS BIGINT) + a + b);
CREATE OR REPLACE MACRO gs_subtract(a, b) AS (CAST(0 AS BIGINT) + a - b);
CREATE OR REPLACE MACRO gs_multiply(a, b) AS (CAST(1 AS BIGINT) * a * b);
CREATE OR REPLACE MACRO gs_divide(a, b) AS
  CASE WHEN b = 0 AND a IS NOT NULL THEN error('division by zero; SAFE_DIVIDE gives null instead') ELSE CAST(a AS DOUBLE) / CAST(b AS DOUBLE) END;
CREATE OR REPLACE MACRO gs_safe_divide(a, b) AS CASE WHEN b = 0 THEN NULL ELSE CAST(a AS DOUBLE) / CAST(b AS DOUBLE) END;
CREATE OR REPLACE MACRO gs_ieee_divide(a, b) AS CASE
  WHEN CAST(b AS DOUBLE) <> 0 OR isnan(CAST(a AS DOUBLE)) THEN CAST(a AS DOUBLE) / CAST(b AS DOUBLE)
  WHEN a IS NULL OR b IS NULL THEN NULL
  WHEN a = 0 THEN CAST('nan' AS DOUBLE)
  WHEN (a > 0) = (signbit(CAST(b AS DOUBLE))) THEN CAST('-inf' AS DOUBLE) ELSE CAST('inf' AS DOUBLE) END;
CREATE OR REPLACE MACRO gs_div(a, b) AS
  CASE WHEN b = 0 AND a IS NOT NULL THEN error('division by zero in DIV') ELSE (CAST(0 AS BIGINT) + a) // (CAST(0 AS BIGINT) + b) END;
CREATE OR REPLACE MACRO gs_mod(a, b) AS
  CASE WHEN b = 0 AND a IS NOT NULL THEN error('division by zero in MOD') ELSE (CAST(0 AS BIGINT) + a) % (CAST(0 AS BIGINT) + b) END;
CREATE OR REPLACE MACRO gs_abs(x) AS abs(CAST(0 AS BIGINT) + x);
CREATE OR REPLACE MACRO gs_sign(x) AS CASE WHEN isnan(CAST(x AS DOUBLE)) THEN x ELSE x * 0 + sign(x) END;
CREATE OR REPLACE MACRO gs_round(x) AS round(CAST(x AS DOUBLE));
CREATE OR REPLACE MACRO gs_trunc(x) AS trunc(CAST(x AS DOUBLE));
CREATE OR REPLACE MACRO gs_floor(x) AS floor(CAST(x AS DOUBLE));
CREATE OR REPLACE MACRO gs_ceil(x) AS ceil(CAST(x AS DOUBLE));
CREATE OR REPLACE MACRO gs_ceiling(x) AS ceil(CAST(x AS DOUBLE));
CREATE OR REPLACE MACRO gs_sqrt(x) AS sqrt(CAST(x AS DOUBLE));
CREATE OR REPLACE MACRO gs_ln(x) AS ln(CAST(x AS DOUBLE));

-- Choice. A null among the values makes the greatest and the least null; so does NaN make them NaN.
CREATE OR REPLACE MACRO gs_nullif(a, b) AS CASE WHEN a = b THEN NULL ELSE a END;
CREATE OR REPLACE MACRO gs_greatest(l) AS CASE WHEN list_count(l) < len(l) THEN NULL ELSE list_max(l) END;
CREATE OR REPLACE MACRO gs_least(l) AS CASE
  WHEN list_count(l) < len(l) THEN NULL
  WHEN typeof(l) IN ('DOUBLE[]', 'FLOAT[]') AND CAST(list_max(l) AS VARCHAR) = 'nan' THEN list_max(l)
  ELSE list_min(l) END;

-- Text. Positions count characters from 1.
CREATE OR REPLACE MACRO gs_upper(s) AS upper(s);
CREATE OR REPLACE MACRO gs_lower(s) AS lower(s);
CREATE OR REPLACE MACRO gs_length(s) AS length(CAST(s AS VARCHAR));
CREATE OR REPLACE MACRO gs_starts_with(s, part) AS starts_with(s, part);
CREATE OR REPLACE MACRO gs_ends_with(s, part) AS suffix(s, part);
CREATE OR REPLACE MACRO gs_strpos(s, part) AS strpos(s, part);
CREATE OR REPLACE MACRO gs_replace(s, a, b) AS CASE WHEN a = '' AND b IS NOT NULL THEN s ELSE replace(s, a, b) END;
CREATE OR REPLACE MACRO gs_regexp_contains(s, pattern) AS regexp_matches(s, pattern, 'c');
CREATE OR REPLACE MACRO gs_substr_from(s, p) AS
  CASE WHEN p > 0 THEN p WHEN p = 0 OR p < -length(s) THEN 1 ELSE length(s) + p + 1 END;
CREATE OR REPLACE MACRO gs_substr
  (s, p) AS substr(s, CAST(gs_substr_from(s, p) AS BIGINT)),
  (s, p, n) AS CASE WHEN n < 0 THEN error('SUBSTR takes a length that is not negative')
    WHEN s IS NULL OR p IS NULL OR n IS NULL THEN NULL ELSE substr(s, CAST(gs_substr_from(s, p) AS BIGINT), CAST(n AS BIGINT)) END;
CREATE OR REPLACE MACRO gs_white() AS
  (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || chr(8193) || chr(8194)
  || chr(8195) || chr(8196) || chr(8197) || chr(8198) || chr(8199) || chr(8200) || chr(8201) || chr(8202) || chr(8232) || chr(8233)
  || chr(8239) || chr(8287) || chr(12288));
CREATE OR REPLACE MACRO gs_trim(s) AS trim(s, gs_white()), (s, c) AS trim(s, c);
CREATE OR REPLACE MACRO gs_ltrim(s) AS ltrim(s, gs_white()), (s, c) AS ltrim(s, c);
CREATE OR REPLACE MACRO gs_rtrim(s) AS rtrim(s, gs_white()), (s, c) AS rtrim(s, c);

-- Time. Timestamps hold microseconds; a coarser unit is rounded down, a difference is cut toward zero.
CREATE OR REPLACE MACRO gs_floor_div(n, d) AS ((n - ((n % d) + d) % d) // d);
CREATE OR REPLACE MACRO gs_unix_micros(x) AS epoch_us(CAST(x AS TIMESTAMP));
CREATE OR REPLACE MACRO gs_unix_millis(x) AS gs_floor_div(epoch_us(CAST(x AS TIMESTAMP)), 1000);
CREATE OR REPLACE MACRO gs_unix_seconds(x) AS gs_floor_div(epoch_us(CAST(x AS TIMESTAMP)), 1000000);
CREATE OR REPLACE MACRO gs_unix_date(x) AS (CAST(0 AS BIGINT) + (CAST(x AS DATE) - DATE '1970-01-01'));
CREATE OR REPLACE MACRO gs_timestamp_micros(n) AS make_timestamp(CAST(n AS BIGINT));
CREATE OR REPLACE MACRO gs_timestamp_millis(n) AS make_timestamp(CAST(n AS BIGINT) * 1000);
CREATE OR REPLACE MACRO gs_timestamp_seconds(n) AS make_timestamp(CAST(n AS BIGINT) * 1000000);
CREATE OR REPLACE MACRO gs_timestamp(x) AS CAST(CAST(x AS TIMESTAMPTZ) AS TIMESTAMP);
CREATE OR REPLACE MACRO gs_date
  (x) AS CAST(x AS DATE),
  (y, m, d) AS make_date(CAST(y AS BIGINT), CAST(m AS BIGINT), CAST(d AS BIGINT));
CREATE OR REPLACE MACRO gs_date_from_unix_date(n) AS (DATE '1970-01-01' + CAST(n AS INTEGER));
${clockMacros()}
${calendarMacros()}
${boundaryMacros()}
CREATE OR REPLACE MACRO gs_extract_microsecond(x) AS epoch_us(CAST(x AS TIMESTAMP)) - gs_floor_div(epoch_us(CAST(x AS TIMESTAMP)), 1000000) * 1000000;
CREATE OR REPLACE MACRO gs_extract_millisecond(x) AS gs_extract_microsecond(x) // 1000;
CREATE OR REPLACE MACRO gs_extract_second(x) AS extract(second FROM CAST(x AS TIMESTAMP));
CREATE OR REPLACE MACRO gs_extract_minute(x) AS extract(minute FROM CAST(x AS TIMESTAMP));
CREATE OR REPLACE MACRO gs_extract_hour(x) AS extract(hour FROM CAST(x AS TIMESTAMP));
CREATE OR REPLACE MACRO gs_extract_dayofweek(x) AS extract(dow FROM CAST(x AS DATE)) + 1;
CREATE OR REPLACE MACRO gs_extract_day(x) AS extract(day FROM CAST(x AS DATE));
CREATE OR REPLACE MACRO gs_extract_dayofyear(x) AS extract(doy FROM CAST(x AS DATE));
CREATE OR REPLACE MACRO gs_extract_week(x) AS (extract(doy FROM CAST(x AS DATE)) + 6 - extract(dow FROM CAST(x AS DATE))) // 7;
CREATE OR REPLACE MACRO gs_extract_isoweek(x) AS extract(week FROM CAST(x AS DATE));
CREATE OR REPLACE MACRO gs_extract_month(x) AS extract(month FROM CAST(x AS DATE));
CREATE OR REPLACE MACRO gs_extract_quarter(x) AS extract(quarter FROM CAST(x AS DATE));
CREATE OR REPLACE MACRO gs_extract_year(x) AS extract(year FROM CAST(x AS DATE));
CREATE OR REPLACE MACRO gs_extract_isoyear(x) AS extract(isoyear FROM CAST(x AS DATE));
CREATE OR REPLACE MACRO gs_extract_date(x) AS CAST(x AS DATE);

-- Casts. TRY_CAST to a type that the branch is for keeps every branch typed for every input.
${castMacros('gs_cast', 'CAST', (sentence, x) => `error('${sentence}: ' || ${x})`)}
${castMacros('gs_safe_cast', 'TRY_CAST', () => 'NULL')}
`;

/** Units whose length never changes: a day is 24 hours in UTC. */
function clockMacros(): string {
  const micros = { microsecond: 1, millisecond: 1e3, second: 1e6, minute: 6e7, hour: 36e8, day: 864e8 };
  return Object.entries(micros)
    .flatMap(([unit, length]) => [
      `CREATE OR REPLACE MACRO gs_timestamp_add_${unit}(x, n) AS make_timestamp(epoch_us(CAST(x AS TIMESTAMP)) + CAST(n AS BIGINT) * ${length});`,
      `CREATE OR REPLACE MACRO gs_timestamp_sub_${unit}(x, n) AS make_timestamp(epoch_us(CAST(x AS TIMESTAMP)) - CAST(n AS BIGINT) * ${length});`,
      `CREATE OR REPLACE MACRO gs_timestamp_diff_${unit}(a, b) AS (epoch_us(CAST(a AS TIMESTAMP)) - epoch_us(CAST(b AS TIMESTAMP))) // ${length};`,
      `CREATE OR REPLACE MACRO gs_timestamp_trunc_${unit}(x) AS date_trunc('${unit}', CAST(x AS TIMESTAMP));`,
    ])
    .join('\n');
}

/** A day that the shorter month lacks becomes its last day. */
function calendarMacros(): string {
  const of = { day: 'to_days', week: 'to_weeks', month: 'to_months', quarter: 'to_quarters', year: 'to_years' };
  return Object.entries(of)
    .flatMap(([unit, make]) => [
      `CREATE OR REPLACE MACRO gs_date_add_${unit}(x, n) AS CAST(CAST(x AS DATE) + ${make}(CAST(n AS INTEGER)) AS DATE);`,
      `CREATE OR REPLACE MACRO gs_date_sub_${unit}(x, n) AS CAST(CAST(x AS DATE) - ${make}(CAST(n AS INTEGER)) AS DATE);`,
    ])
    .join('\n');
}

/** A difference counts the unit's boundaries between two days. WEEK begins on Sunday, ISOWEEK (DuckDB's week) on Monday. */
function boundaryMacros(): string {
  const day = 'CREATE OR REPLACE MACRO gs_date_trunc_day(x) AS CAST(x AS DATE);\n';
  const week =
    "CREATE OR REPLACE MACRO gs_date_trunc_week(x) AS CAST(date_trunc('week', CAST(x AS DATE) + 1) AS DATE) - 1;\n";
  const others = ['isoweek', 'month', 'quarter', 'year'].map((unit) => {
    const ours = unit === 'isoweek' ? 'week' : unit;
    return `CREATE OR REPLACE MACRO gs_date_trunc_${unit}(x) AS CAST(date_trunc('${ours}', CAST(x AS DATE)) AS DATE);\n`;
  });
  const ofTimestamps = ['week', 'isoweek', 'month', 'quarter', 'year'].map(
    (unit) =>
      `CREATE OR REPLACE MACRO gs_timestamp_trunc_${unit}(x) AS CAST(gs_date_trunc_${unit}(CAST(x AS TIMESTAMP)) AS TIMESTAMP);\n`,
  );
  const counted = { day: 1, week: 7, isoweek: 7 };
  const differences = Object.entries(counted).map(
    ([unit, days]) =>
      `CREATE OR REPLACE MACRO gs_date_diff_${unit}(a, b) AS (CAST(0 AS BIGINT) + (gs_date_trunc_${unit}(a) - gs_date_trunc_${unit}(b))) // ${days};\n`,
  );
  const fields = ['month', 'quarter', 'year'].map(
    (unit) =>
      `CREATE OR REPLACE MACRO gs_date_diff_${unit}(a, b) AS date_diff('${unit}', CAST(b AS DATE), CAST(a AS DATE));\n`,
  );
  return [day, week, ...others, ...ofTimestamps, ...differences, ...fields].join('');
}

/** CAST and SAFE_CAST differ in what they do with a value that cannot be cast: an error, or null. */
function castMacros(name: string, cast: string, refusal: (sentence: string, value: string) => string): string {
  const text = "typeof(x) = 'VARCHAR'";
  const asText = 'CAST(x AS VARCHAR)';
  return `
CREATE OR REPLACE MACRO ${name}_int64(x) AS CASE
  WHEN typeof(x) IN ('FLOAT', 'DOUBLE') THEN ${cast}(round(TRY_CAST(x AS DOUBLE)) AS BIGINT)
  WHEN ${text} AND NOT regexp_full_match(${asText}, '\\s*[+-]?[0-9]+\\s*') THEN ${refusal('cannot cast text to INT64', asText)}
  ELSE ${cast}(x AS BIGINT) END;
CREATE OR REPLACE MACRO ${name}_float64(x) AS ${cast}(x AS DOUBLE);
CREATE OR REPLACE MACRO ${name}_bool(x) AS CASE
  WHEN ${text} AND lower(${asText}) NOT IN ('true', 'false') THEN ${refusal('cannot cast text to BOOL', asText)}
  ELSE ${cast}(x AS BOOLEAN) END;
CREATE OR REPLACE MACRO ${name}_string(x) AS CASE
  WHEN x IS NOT NULL AND typeof(x) NOT IN ('VARCHAR', 'BOOLEAN', 'DATE', 'TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT')
    THEN error('only text, whole numbers, booleans and dates can be cast to STRING here, not ' || typeof(x))
  ELSE CAST(x AS VARCHAR) END;
CREATE OR REPLACE MACRO ${name}_date(x) AS ${cast}(x AS DATE);
CREATE OR REPLACE MACRO ${name}_timestamp(x) AS CAST(${cast}(x AS TIMESTAMPTZ) AS TIMESTAMP);`;
}
