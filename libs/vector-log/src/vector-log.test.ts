import { rm } from 'node:fs/promises';
import type { AvroOutput } from '@isochron/avro';
import { compareOf, decimalType, type Field, longType, type Value } from '@isochron/schema';
import { arbitraryType, arbitraryValue } from '@isochron/schema/arbitrary';
import { Registry } from '@isochron/service';
import { Status } from '@isochron/serving';
import avsc from 'avsc';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { logFiles } from './folder.ts';
import { servedVectorSchema } from './served-vector.ts';
import {
  AT,
  counted,
  fetchedOf,
  newFolder,
  numbered,
  openLog,
  planOf,
  quietLogger,
  readAll,
  user,
} from './vector-log.fixture.ts';
import { createVectorLog } from './vector-log.ts';

const join = { plan: planOf(numbered), keys: [user], samplePercent: 100 };
const SERVED = { setVersion: 3, servedAtMs: AT + 5 };

let folder: string;
beforeEach(async () => {
  folder = await newFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a vector is read as it was served', async () => {
  const { log, registry } = await openLog(folder);
  const rows = [
    { user: 'a', values: [2n ** 60n, 'x'] },
    { user: null, values: [1, 'of no key'] },
    { user: 'b', values: [null, 'y'], statuses: [Status.ERROR, Status.STALE] },
  ];
  const { fetched, columns } = fetchedOf(join.plan, rows);
  log.joinLog(join)?.offer(fetched, columns, SERVED);
  await log.close();
  const { vectors, skipped } = await readAll(folder);
  expect(skipped).toEqual([]);
  const same = {
    ...{ join: 'shop/training.all__1', setVersion: 3, atMs: AT, servedAtMs: AT + 5 },
    parts: [{ generation: 7, batchEndMs: null }],
  };
  expect(vectors).toMatchObject([
    {
      ...same,
      keys: { user: 'a' },
      context: { number: 2n ** 60n, text: 'x' },
      values: { number: 2n ** 60n, text: 'x' },
    },
    { ...same, keys: { user: 'b' }, values: { number: null, text: 'y' } },
  ]);
  expect(vectors.map(({ statuses }) => [...statuses])).toEqual([
    [Status.PRESENT, Status.PRESENT],
    [Status.ERROR, Status.STALE],
  ]);
  expect(vectors[0]?.schema.values).toEqual(numbered);
  expect(await counted(registry, 'isochron_vector_log_vectors_total', 'taken')).toBe(2);
  expect(await counted(registry, 'isochron_vector_log_records_total', 'written')).toBe(2);
});

test('values of every type come back', async () => {
  const values = arbitraryType(2).chain((type) =>
    fc.tuple(fc.constant(type), fc.array(arbitraryValue(type), { minLength: 1, maxLength: 4 })),
  );
  const { log } = await openLog(folder);
  const written: (readonly [Field['type'], readonly Value[]])[] = [];
  fc.assert(
    fc.property(values, ([type, items]) => {
      const plan = planOf([{ name: 'value', type }], `j${written.length}`);
      const { fetched, columns } = fetchedOf(
        plan,
        items.map((value) => ({ user: 'a', values: [value] })),
      );
      log.joinLog({ ...join, plan })?.offer(fetched, columns, SERVED);
      written.push([type, items]);
    }),
    { numRuns: 200 },
  );
  await log.close();
  const { vectors, skipped } = await readAll(folder);
  expect(skipped).toEqual([]);
  const read = Map.groupBy(vectors, (vector) => vector.join);
  for (const [at, [type, items]] of written.entries()) {
    const own = (read.get(`j${at}`) ?? []).map((vector) => vector.values['value'] ?? null);
    expect(own.length).toBe(items.length);
    const isSame = (value: Value, row: number) =>
      items[row] === null || value === null ? items[row] === value : compareOf(type)(value, items[row] ?? null) === 0;
    expect(own.every(isSame), `${JSON.stringify(type)}`).toBe(true);
  }
});

test('only sampled keys are logged, with all their vectors', async () => {
  const { log } = await openLog(folder);
  const rows = Array.from({ length: 1_000 }, (_, at) => ({ user: `user_${at % 500}`, values: [at, null] }));
  const { fetched, columns } = fetchedOf(join.plan, rows);
  log.joinLog({ ...join, samplePercent: 10 })?.offer(fetched, columns, SERVED);
  await log.close();
  const counts = Map.groupBy((await readAll(folder)).vectors, ({ keys }) => keys['user']);
  expect(counts.size).toBeGreaterThan(20);
  expect(counts.size).toBeLessThan(100);
  expect([...counts.values()].every((own) => own.length === 2)).toBe(true);
  expect(log.joinLog({ ...join, samplePercent: 0 })).toBeNull();
});

test('the sample of a Join stays when its keys are named in another order', async () => {
  const shop: Field = { name: 'shop', type: longType };
  const { log } = await openLog(folder);
  const rows = Array.from({ length: 300 }, (_, at) => ({ user: `user_${at}`, values: [at, null] }));
  const { fetched, columns } = fetchedOf(join.plan, rows);
  for (const [at, keys] of [
    [user, shop],
    [shop, user],
  ].entries()) {
    log
      .joinLog({ ...join, plan: planOf(numbered, `j${at}`), keys, samplePercent: 10 })
      ?.offer(fetched, columns, SERVED);
  }
  await log.close();
  const byJoin = Map.groupBy((await readAll(folder)).vectors, (vector) => vector.join);
  const numbers = ['j0', 'j1'].map((name) => byJoin.get(name)?.map(({ values }) => values['number']));
  expect(numbers[0]?.length).toBeGreaterThan(5);
  expect(numbers[0]).toEqual(numbers[1]);
});

test.each(['null', 'deflate'] as const)("Avro's own reader reads the files, compressed by %s", async (codec) => {
  const { log } = await openLog(folder, { codec });
  const { fetched, columns } = fetchedOf(join.plan, [
    { user: 'a', values: [1, 'x'] },
    { user: 'b', values: [2, 'y'] },
  ]);
  log.joinLog(join)?.offer(fetched, columns, SERVED);
  await log.close();
  const [path = ''] = await logFiles(folder);
  const records: Record<string, unknown>[] = await Array.fromAsync(avsc.createFileDecoder(path));
  expect(records.map(({ join: name, set_version, at }) => [name, set_version, at])).toEqual([
    ['shop/training.all__1', null, null],
    ['shop/training.all__1', 3, AT],
    ['shop/training.all__1', 3, AT],
  ]);
  // What a tool without our reader does: the schema of the control record reads the bytes.
  const schema = JSON.parse(String(records[0]?.['schema']));
  const values = avsc.Type.forSchema(schema.values).fromBuffer(records[1]?.['values'] as Buffer);
  expect({ ...values }).toEqual({ number: 1, text: 'x' });
});

test('the bytes of a record stay as they are', async () => {
  const written: string[] = [];
  const sink = {
    offer: (record: AvroOutput) => {
      written.push(Buffer.from(record.toBytes()).toString('hex'));
      return true;
    },
    close: async () => undefined,
  };
  const log = createVectorLog(sink, { registry: new Registry(), logger: quietLogger(() => undefined) });
  const { fetched, columns } = fetchedOf(join.plan, [{ user: 'a', values: [1, 'x'] }]);
  log.joinLog(join)?.offer(fetched, columns, SERVED);
  expect(written).toMatchInlineSnapshot(`
    [
      "022873686f702f747261696e696e672e616c6c5f5f3102203733343764323031333064373561326102060280f0d7a6a163028af0d7a6a1630202020e00020200000206020261020a0202020278020a02020202780204010100",
    ]
  `);
  const { fields } = JSON.parse(JSON.stringify(servedVectorSchema));
  expect(
    fields.map(({ name, type }: Record<string, unknown>) => `${name} ${JSON.stringify(type)}`),
  ).toMatchInlineSnapshot(`
    [
      "join ["null","string"]",
      "schema_hash ["null","string"]",
      "set_version ["null","int"]",
      "at ["null",{"type":"long","logicalType":"timestamp-millis"}]",
      "served_at ["null",{"type":"long","logicalType":"timestamp-millis"}]",
      "generations ["null",{"type":"array","items":["null","long"]}]",
      "batch_ends ["null",{"type":"array","items":["null",{"type":"long","logicalType":"timestamp-millis"}]}]",
      "keys ["null","bytes"]",
      "context ["null","bytes"]",
      "values ["null","bytes"]",
      "statuses ["null","bytes"]",
      "schema ["null","string"]",
    ]
  `);
});

test('a vector that cannot be written is counted and told, and fails nothing', async () => {
  const { log, registry, told } = await openLog(folder);
  const plan = planOf([{ name: 'price', type: decimalType(3, 2) }]);
  const tooLong = { unscaled: 12_345n, scale: 2 };
  const fine = { unscaled: 123n, scale: 2 };
  const rows = [tooLong, fine, tooLong].map((price) => ({ user: 'a', values: [price] }));
  const { fetched, columns } = fetchedOf(plan, rows);
  log.joinLog({ ...join, plan })?.offer(fetched, columns, SERVED);
  await log.close();
  expect(await counted(registry, 'isochron_vector_log_vectors_total', 'refused')).toBe(2);
  expect(told).toEqual(['a served vector could not be logged']);
  expect((await readAll(folder)).vectors.map(({ values }) => values)).toEqual([{ price: fine }]);
});
