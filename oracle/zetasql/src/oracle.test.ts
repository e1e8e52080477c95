import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFolder } from './install.ts';
import { type Oracle, startOracle } from './oracle.ts';
import type { SqlValue } from './sql-value.ts';

let oracle: Oracle;
beforeAll(async () => {
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

const known: readonly (readonly [expression: string, type: string, value: SqlValue])[] = [
  ['NULL', 'INT64', null],
  ['CAST(NULL AS STRING)', 'STRING', null],
  ['1 < 2', 'BOOL', true],
  ['1 + 1', 'INT64', 2],
  ['9007199254740991', 'INT64', 9007199254740991],
  ['9007199254740992', 'INT64', 9007199254740992n],
  ['-9223372036854775808', 'INT64', -9223372036854775808n],
  ['0.1 + 0.2', 'FLOAT64', 0.30000000000000004],
  ["CAST('nan' AS FLOAT64)", 'FLOAT64', Number.NaN],
  ["CAST('-inf' AS FLOAT64)", 'FLOAT64', Number.NEGATIVE_INFINITY],
  ['-0.0', 'FLOAT64', -0],
  ['5e-324', 'FLOAT64', 5e-324],
  ["NUMERIC '0'", 'NUMERIC', 0n],
  ["NUMERIC '-1.5'", 'NUMERIC', -1_500_000_000n],
  ["NUMERIC '99999999999999999999999999999.999999999'", 'NUMERIC', 10n ** 38n - 1n],
  ["NUMERIC '-99999999999999999999999999999.999999999'", 'NUMERIC', 1n - 10n ** 38n],
  ["BIGNUMERIC '-3.25'", 'BIGNUMERIC', -325n * 10n ** 36n],
  [
    "BIGNUMERIC '578960446186580977117854925043439539266.34992332820282019728792003956564819967'",
    'BIGNUMERIC',
    2n ** 255n - 1n,
  ],
  [
    "BIGNUMERIC '-578960446186580977117854925043439539266.34992332820282019728792003956564819968'",
    'BIGNUMERIC',
    -(2n ** 255n),
  ],
  ["'é😀'", 'STRING', 'é😀'],
  ["''", 'STRING', ''],
  ["'a\\000b'", 'STRING', 'a\0b'],
  ["b'\\xff\\x00a'", 'BYTES', Uint8Array.of(255, 0, 97)],
  ["b''", 'BYTES', new Uint8Array(0)],
  ["DATE '1970-01-01'", 'DATE', 0],
  ["DATE '0001-01-01'", 'DATE', -719162],
  ["DATE '9999-12-31'", 'DATE', 2932896],
  ["TIME '23:59:59.999999'", 'TIME', 86_399_999_999],
  ["TIME '00:00:00'", 'TIME', 0],
  ["DATETIME '1970-01-02 00:00:00.000001'", 'DATETIME', 86_400_000_001],
  ["DATETIME '0001-01-01 00:00:00'", 'DATETIME', -62_135_596_800_000_000n],
  ["DATETIME '9999-12-31 23:59:59.999999'", 'DATETIME', 253_402_300_799_999_999n],
  ["TIMESTAMP '1969-12-31 23:59:59.999999'", 'TIMESTAMP', -1],
  ["TIMESTAMP '2024-02-29 12:00:00+02'", 'TIMESTAMP', 1_709_200_800_000_000],
  ["TIMESTAMP '0001-01-01'", 'TIMESTAMP', -62_135_596_800_000_000n],
  ["TIMESTAMP '9999-12-31 23:59:59.999999'", 'TIMESTAMP', 253_402_300_799_999_999n],
  ["INTERVAL '1-2 3 4:5:6.789123' YEAR TO SECOND", 'INTERVAL', { months: 14, days: 3, micros: 14_706_789_123 }],
  ["INTERVAL '-1-2 -3 -0:0:0.000001' YEAR TO SECOND", 'INTERVAL', { months: -14, days: -3, micros: -1 }],
  ['INTERVAL 10000 YEAR', 'INTERVAL', { months: 120_000, days: 0, micros: 0 }],
  ['INTERVAL -3660000 DAY', 'INTERVAL', { months: 0, days: -3_660_000, micros: 0 }],
  ['INTERVAL 87840000 HOUR', 'INTERVAL', { months: 0, days: 0, micros: 316_224_000_000_000_000n }],
  ['JSON \'{"b": [1, 2.50, "x"], "a": null}\'', 'JSON', { json: '{"a":null,"b":[1,2.5,"x"]}' }],
  ["JSON 'null'", 'JSON', { json: 'null' }],
  ['[1, NULL]', 'ARRAY<INT64>', [1, null]],
  ['ARRAY<STRING>[]', 'ARRAY<STRING>', []],
  ["STRUCT(1 AS a, 'x' AS b, TRUE)", 'STRUCT<a INT64, b STRING, BOOL>', { a: 1, b: 'x', _3: true }],
  ['STRUCT(1 AS a, 2 AS a)', 'STRUCT<a INT64, a INT64>', { a: 1, _2: 2 }],
  ['CAST(NULL AS STRUCT<a INT64>)', 'STRUCT<a INT64>', null],
  ['[STRUCT([1.5] AS `b c`)]', 'ARRAY<STRUCT<`b c` ARRAY<FLOAT64>>>', [{ 'b c': [1.5] }]],
  ["CAST('abc' AS STRING(3))", 'STRING', 'abc'],
  ["FORMAT_TIMESTAMP('%F %T %Z', TIMESTAMP '2024-07-01 12:00:00')", 'STRING', '2024-07-01 12:00:00 UTC'],
  ['ARRAY_TRANSFORM([1, 2], x -> x * 10)', 'ARRAY<INT64>', [10, 20]],
  ["CAST(DATE '2024-02-29' AS STRING FORMAT 'DD/MM/YYYY')", 'STRING', '29/02/2024'],
  ["SAFE.SUBSTR('a', 1, -1)", 'STRING', null],
  ['1 -- with a comment', 'INT64', 1],
];

test('known answers', async () => {
  const outcomes = await oracle.evaluate(known.map(([expression]) => expression));
  const wanted = known.map(([, type, value]) => ({ kind: 'value', type, value }));
  known.forEach(([expression], index) => {
    expect(outcomes[index], expression).toStrictEqual(wanted[index]);
  });
});

describe('what has no value', () => {
  const kinds: readonly (readonly [expression: string, kind: string, message: RegExp])[] = [
    ['1 / 0', 'error', /division by zero/],
    ['9223372036854775807 + 1', 'error', /overflow/],
    ["CAST('x' AS INT64)", 'error', /Bad int64 value/],
    ["IF(TRUE, ERROR('told'), 1)", 'error', /told/],
    ["CAST('abc' AS STRING(2))", 'error', /maximum length 2/],
    ['1 +', 'invalid', /Syntax error/],
    ['', 'invalid', /Syntax error/],
    ["1 + b'a'", 'invalid', /No matching signature/],
    ['NO_SUCH_FUNCTION(1)', 'invalid', /Function not found/],
    ['no_such_column', 'invalid', /Unrecognized name/],
    ['1, 2', 'invalid', /not one expression/],
    ['1), NULLIFERROR(STRUCT(2', 'invalid', /Syntax error/],
    ['1 AS x', 'invalid', /Syntax error/],
    ['[1] < [2]', 'invalid', /not defined/],
    ['SESSION_USER()', 'unanswered', /Unsupported/],
  ];
  test.each(kinds)('%s', async (expression, kind, message) => {
    expect(await oracle.evaluate([expression])).toEqual([{ kind, message: expect.stringMatching(message) }]);
  });

  test('keeps its place among others', async () => {
    const numbers = Array.from({ length: 2_000 }, (_, index) => index);
    const expressions = numbers.map((n) => (n % 97 === 0 ? `${n} / 0` : n % 89 === 0 ? `${n} +` : `${n} * 2`));
    const outcomes = await oracle.evaluate(expressions, { errorMessages: false });
    numbers.forEach((n) => {
      const { kind } = outcomes[n] ?? { kind: undefined };
      expect(kind, expressions[n]).toBe(n % 97 === 0 ? 'error' : n % 89 === 0 ? 'invalid' : 'value');
    });
    expect(outcomes[10]).toEqual({ kind: 'value', type: 'INT64', value: 20 });
    expect(outcomes[97]).toEqual({ kind: 'error', message: '' });
  });
});

test('an expression on which the engine hangs costs the others nothing', async () => {
  const hasty = await startOracle({ queryTimeoutMs: 1_000 });
  try {
    const endless = '(SELECT COUNT(*) FROM UNNEST(GENERATE_ARRAY(1, 9999)) a, UNNEST(GENERATE_ARRAY(1, 9999)) b)';
    const outcomes = await hasty.evaluate(['1', '2', endless, '4', '5']);
    expect(outcomes.map((outcome) => (outcome.kind === 'value' ? outcome.value : outcome.kind))).toEqual([
      1,
      2,
      'unanswered',
      4,
      5,
    ]);
  } finally {
    await hasty.stop();
  }
});

test('the engine ends when the process that started it is killed', async () => {
  const program = `import { startEngine } from '${join(packageFolder, 'src', 'engine-process.ts')}';
    console.log((await startEngine()).pid);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [text] = await once(child.stdout, 'data');
  const keeper = Number(String(text));
  expect(isAlive(keeper)).toBe(true);
  child.kill('SIGKILL');
  await expect.poll(() => isAlive(keeper), { timeout: 20_000 }).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
