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
    { kind: 'enum_TimeUnit', input: 'MINUTES', output: 2 },
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
    const [field = ''] = ['output', 'suffix', 'upload', 'avro', 'hex'].filter((name) => name in from);
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
      departures: [expect.any(String)],
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

function keySchema() {
  const fields = [{ name: 'id', type: ['null', 'long'], doc: '' }];
  return { type: 'record', name: 'Key', namespace: 'ai.chronon.data', doc: '', fields };
}
