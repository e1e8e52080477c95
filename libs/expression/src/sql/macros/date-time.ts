const DAY = '(?P<y>\\d{4})-(?P<mo>\\d{1,2})-(?P<d>\\d{1,2})';
const LONG_DAY = DAY.replace('{4}', '{4,5}');
const CLOCK = '(?P<h>\\d{1,2}):(?P<mi>\\d{1,2}):(?P<s>\\d{1,2})(?:\\.(?P<f>\\d{1,6}))?';
const offset = (which: string): string => `(?P<g${which}>[+-])(?P<oh${which}>\\d{1,2})(?::?(?P<om${which}>\\d{1,2}))?`;

/** A macro that reads text by the groups of a pattern, which `value` knows as `m`. */
function reader(name: string, type: string, pieces: readonly string[], value: string): string {
  const pattern = pieces.join('');
  const names = [...pattern.matchAll(/\?P<(\w+)>/g)].map((match) => match[1]);
  const plain = `'^${pattern.replaceAll(/\?P<\w+>/g, '')}$'`;
  return `CREATE OR REPLACE MACRO ${name}(s) AS CASE
  WHEN s IS NULL THEN NULL
  WHEN NOT regexp_matches(s, ${plain}) THEN error('no ${type}, or one with a time zone that DuckDB does not read: ' || s)
  ELSE list_transform([regexp_extract(s, ${plain}, [${names.map((each) => `'${each}'`).join(', ')}])], lambda m: ${value})[1] END;`;
}

/**
 * Macros of the date and time functions. Days and microseconds are counted from 1970-01-01; whatever leaves the years 1 to 9999 is an error, as
 * DuckDB's own types reach further. A sum beyond 64 bits is an error of DuckDB's.
 */
export const dateTimeMacros = `
CREATE OR REPLACE MACRO gs_floor_divide(n, d) AS (n - ((n % d) + d) % d) // d;
CREATE OR REPLACE MACRO gs_days(d) AS CAST(d - DATE '1970-01-01' AS BIGINT);
CREATE OR REPLACE MACRO gs_date_of_days(n) AS
  CASE WHEN n < -719162 OR n > 2932896 THEN error('DATE out of range') ELSE DATE '1970-01-01' + TRY_CAST(n AS INTEGER) END;
CREATE OR REPLACE MACRO gs_timestamp_of_micros(n) AS
  CASE WHEN n < -62135596800000000 OR n > 253402300799999999 THEN error('TIMESTAMP out of range') ELSE make_timestamp(n) END;
CREATE OR REPLACE MACRO gs_civil_date(y, m, d) AS CASE
  WHEN y IS NULL OR m IS NULL OR d IS NULL THEN NULL
  WHEN y < 1 OR y > 9999 THEN error('DATE out of range') ELSE make_date(y, m, d) END;
CREATE OR REPLACE MACRO gs_week_start(n, k) AS n - ((n + 4 - k) % 7 + 7) % 7;
CREATE OR REPLACE MACRO gs_iso_year_start(d) AS gs_date_of_days(gs_week_start(gs_days(make_date(isoyear(d), 1, 4)), 1));
CREATE OR REPLACE MACRO gs_week(d, k) AS (dayofyear(d) + 6 - (dayofweek(d) - k + 7) % 7) // 7;
CREATE OR REPLACE MACRO gs_months(n, k) AS
  CASE WHEN n < -200000 OR n > 200000 THEN error('DATE out of range') ELSE to_months(TRY_CAST(n * k AS INTEGER)) END;
CREATE OR REPLACE MACRO gs_add_days(d, n, k) AS CASE WHEN d IS NULL THEN NULL ELSE gs_date_of_days(gs_days(d) + n * k) END;
CREATE OR REPLACE MACRO gs_add_months(d, n, k) AS
  CASE WHEN d IS NULL THEN NULL ELSE gs_date_of_days(gs_days(CAST(d + gs_months(n, k) AS DATE))) END;
CREATE OR REPLACE MACRO gs_moment_add(t, n, k) AS
  CASE WHEN t IS NULL THEN NULL ELSE gs_timestamp_of_micros(epoch_us(t) + n * k) END;
CREATE OR REPLACE MACRO gs_moment_add_months(t, n, k) AS
  CASE WHEN t IS NULL THEN NULL ELSE gs_timestamp_of_micros(epoch_us(t + gs_months(n, k))) END;
CREATE OR REPLACE MACRO gs_clock(t) AS epoch_us(t) - gs_floor_divide(epoch_us(t), 86400000000) * 86400000000;
CREATE OR REPLACE MACRO gs_digits(s) AS CAST('0' || s AS BIGINT);
CREATE OR REPLACE MACRO gs_read_days(m) AS gs_days(make_date(gs_digits(m['y']), gs_digits(m['mo']), gs_digits(m['d'])));
CREATE OR REPLACE MACRO gs_read_clock(m) AS CASE
  WHEN gs_digits(m['h']) > 23 OR gs_digits(m['mi']) > 59 OR gs_digits(m['s']) > 60 THEN error('no such time of day')
  ELSE ((gs_digits(m['h']) * 60 + gs_digits(m['mi'])) * 60 + gs_digits(m['s'])) * 1000000 END;
CREATE OR REPLACE MACRO gs_read_fraction(m) AS gs_digits(rpad(m['f'], 6, '0'));
CREATE OR REPLACE MACRO gs_read_offset(sign, h, m) AS CASE
  WHEN gs_digits(h) * 60 + gs_digits(m) > 840 OR gs_digits(m) > 59 THEN error('no such time zone')
  ELSE (gs_digits(h) * 60 + gs_digits(m)) * 60000000 * CASE WHEN sign = '-' THEN -1 ELSE 1 END END;
${reader('gs_read_date', 'DATE', [DAY], 'gs_date_of_days(gs_read_days(m))')}
${reader('gs_read_time', 'TIME', [CLOCK], "CAST(make_timestamp((gs_read_clock(m) + CASE WHEN gs_digits(m['s']) = 60 THEN 0 ELSE gs_read_fraction(m) END) % 86400000000) AS TIME)")}
${reader('gs_read_datetime', 'DATETIME', [DAY, `(?:[ Tt]${CLOCK})?`], "gs_timestamp_of_micros(CASE WHEN m['y'] = '0000' THEN error('DATETIME out of range') ELSE gs_read_days(m) * 86400000000 END + gs_read_clock(m) + CASE WHEN gs_digits(m['s']) = 60 THEN 0 ELSE gs_read_fraction(m) END)")}
${reader('gs_read_timestamp', 'TIMESTAMP', [LONG_DAY, `(?:[ Tt](?:${CLOCK}(?:(?: UTC)?[Zz]| UTC|(?: UTC)?${offset('')})?|${offset('2')}))?`], "gs_timestamp_of_micros(gs_read_days(m) * 86400000000 + gs_read_clock(m) + gs_read_fraction(m) - gs_read_offset(m['g'], m['oh'], m['om']) - gs_read_offset(m['g2'], m['oh2'], m['om2']))")}
`;
