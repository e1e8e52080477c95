import { describe, expect, test } from 'vitest';
import { names } from './index.ts';

const check = (from: { readonly kind: string } & Readonly<Record<string, unknown>>) =>
  // The fixtures below are JSON.
  names[from.kind]?.(JSON.parse(JSON.stringify(from)));

const column = (op: string, length: number, unit: string, output: unknown) => ({
  kind: 'outputColumnName',
  input: { op, inputColumn: 'amount', length, unit, bucket: 'merchant', k: '3' },
  output,
});

describe('names', () => {
  test.each([
    { kind: 'sanitize', input: 'a.b-c', output: 'a_b_c' },
    { kind: 'cleanSpec', input: 'db.t/hr=00', output: 'db.t' },
    { kind: 'md5Hex', input: '', output: 'd41d8c' },
    { kind: 'javaStringHash', input: 'Aa', output: 2112 },
    { kind: 'tsToStr', input: 0, output: '1970-01-01 00:00:00' },
    { kind: 'millisToString', input: 3_600_000, output: '1h' },
    { kind: 'macro', input: range('{{ start_date(offset=-3) }}'), output: "'2024-01-09'" },
    { kind: 'enum_TimeUnit', input: 'MINUTES', output: 2 },
    { kind: 'enum_DriftMetric', input: 'PSI', output: 3 },
    partitionCase('yyyy-MM-dd', 86_400_000, ['2024-02-29', '2024-03-01', '2024-03-02', '2024-03-03']),
    joinCase(),
    column('LAST_K', 24, 'HOURS', 'amount_last3_24h_by_merchant'),
    {
      kind: 'window',
      length: 7,
      unit: 'DAYS',
      str: '7d',
      suffix: '_7d',
      millis: 604_800_000,
      tailHopFiveMinute: 3_600_000,
      tailHopDaily: 86_400_000,
    },
    {
      kind: 'avro_key',
      fields: [['id', 'long']],
      values: [64],
      schema: keySchema(),
      upload: '028001',
      request: '028001',
    },
    {
      kind: 'data_type',
      string: 'list_long',
      thriftJson: { kind: 12, params: [{ name: 'elem', dataType: { kind: 4 } }] },
      avro: { type: 'array', items: 'long' },
    },
    { kind: 'tile_key', dataset: 'D', keyHex: '0102', tileSizeMillis: 300_000, hex: '1801441923010216c0cf2400' },
  ])('$kind', (from) => {
    expect(check(from)).toEqual({ kind: 'passed', departures: [] });
    const [field = ''] = ['output', 'suffix', 'upload', 'avro', 'hex', 'after', 'partTables'].filter(
      (name) => name in from,
    );
    expect(check({ ...from, [field]: 'another' })).toMatchObject({ kind: 'failed' });
  });

  test('what the existing system refuses to name is refused', () => {
    const { k: _k, ...input } = column('LAST_K', 1, 'DAYS', null).input;
    expect(check({ kind: 'outputColumnName', input, output: { error: { class: 'X', message: 'k' } } })?.kind).toBe(
      'passed',
    );
    expect(check({ kind: 'outputColumnName', input, output: 'amount_last3_1d_by_merchant' })?.kind).toBe('failed');
  });

  test('hops before 1970 start in the past of their instants', () => {
    expect(check({ kind: 'round', input: [-1, 300_000], output: 0 })).toMatchObject({
      kind: 'passed',
      departures: [expect.any(Object)],
    });
    expect(check({ kind: 'round', input: [300_001, 300_000], output: 0 })?.kind).toBe('failed');
  });

  test('a name that nothing of ours has fails', () => {
    const from = {
      kind: 'metadata',
      name: 'a.b.c__0',
      json: { metaData: { name: 'a.b.c__0' } },
      cleanName: 'a_b_c__0',
    };
    expect(check(from)?.kind).toBe('passed');
    expect(check({ ...from, nickname: 'abc' })).toMatchObject({ kind: 'failed', expected: 'nickname "abc"' });
  });
});

test.each([
  ['a range shorter than a day', partitionCase('yyyy-MM-dd-HH', 3_600_000, ['2024-02-29-00'])],
  ['lengths of time', { kind: 'millisToString', input: 5_400_000, output: '90 minutes' }],
  ['lengths that are not whole minutes', { kind: 'millisToString', input: 1, output: '1ms' }],
  ['what is no macro', { kind: 'macro', input: range('{{ x }}'), output: '{{ x }}' }],
  [
    'double quotes',
    {
      kind: 'macro',
      input: range('{{ start_date(lower_bound="2024-01-15") }}'),
      output: '{{ start_date(lower_bound="2024-01-15") }}',
    },
  ],
])('answered otherwise on purpose: %s', (_, from) => {
  expect(check(from)).toMatchObject({ kind: 'passed', departures: [expect.any(Object)] });
});

test('macros that both refuse pass, and those that only we refuse fail', () => {
  const input = range('{{ start_date(offset=x) }}');
  expect(check({ kind: 'macro', input, output: { error: { class: 'X', message: 'offset' } } })?.kind).toBe('passed');
  expect(check({ kind: 'macro', input, output: "'2024-01-12'" })?.kind).toBe('failed');
});

function range(query: string) {
  return { query, start: '2024-01-12', end: '2024-01-20', latest: '2024-01-25' };
}

function partitionCase(format: string, span: number, expand: readonly string[]) {
  const isHourly = span < 86_400_000;
  const name = (day: string, hour: string) => (isHourly ? `${day}-${hour}` : day);
  return {
    kind: 'partition',
    format,
    span,
    millis: 1_709_164_800_000,
    at: name('2024-02-29', '00'),
    epochMillis: 1_709_164_800_000,
    before: name('2024-02-28', '23'),
    after: isHourly ? '2024-02-29-01' : '2024-03-01',
    beforeMillis: name('2024-02-28', '23'),
    shift10: isHourly ? '2024-02-29-10' : '2024-03-10',
    'shift-40': isHourly ? '2024-02-27-08' : '2024-01-20',
    minus30d: name('2024-01-30', '00'),
    plus36h: isHourly ? '2024-03-01-12' : '2024-03-01',
    plusFast1d: name('2024-03-01', '00'),
    from3d: isHourly ? hoursFrom29th() : ['2024-02-29', '2024-03-01', '2024-03-02', '2024-03-03'],
    expand,
  };
}

function hoursFrom29th() {
  const days = ['2024-02-29', '2024-03-01', '2024-03-02'];
  const hours = days.flatMap((day) =>
    Array.from({ length: 24 }, (_, hour) => `${day}-${String(hour).padStart(2, '0')}`),
  );
  return [...hours, '2024-03-03-00'];
}

function joinCase() {
  const json = {
    joinParts: [
      { groupBy: { aggregations: [{ inputColumn: 'x', operation: 6 }], keyColumns: ['k'], metaData: { name: 't.a' } } },
    ],
    metaData: { name: 't.j', outputNamespace: 'n' },
  };
  return {
    kind: 'join',
    useLongNames: true,
    jsonText: JSON.stringify(json),
    keyNameForKvStore: 'joins/t.j',
    leftKeyCols: ['k'],
    columnPrefixes: ['t_a_'],
    valueColumns: ['t_a_x_count'],
    partTables: ['n.t_j_t_a'],
    rightToLeft: [{ k: 'k' }],
  };
}

function keySchema() {
  const fields = [{ name: 'id', type: ['null', 'long'], doc: '' }];
  return { type: 'record', name: 'Key', namespace: 'ai.chronon.data', doc: '', fields };
}
