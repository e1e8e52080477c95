import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A generated feature repository with definitions of all kinds. */
export interface GeneratedRepository {
  readonly folder: string;
  readonly definitions: number;
  readonly files: number;
}

const FILES_A_TEAM = 5;

/** Of each file: two staging queries, ten group-bys (seven of events, two of entities, one chained), six joins, a model and its rows. */
const DEFINITIONS_A_FILE = 20;

/** Writes a repository of so many files; equal for equal numbers. It stands below the workspace, so that it finds `@isochron/authoring`. */
export function generateRepository(folder: string, files: number): GeneratedRepository {
  rmSync(folder, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', '{ "type": "module" }\n');
  write('features/tables.ts', tables);
  write('orders.csv', 'user,item,country,price,quantity,bought,note\na,b,c,1.5,2,2024-01-01 10:00:00,n\n');
  write('users.csv', 'user,country,age,seen\na,c,30,2024-01-01 10:00:00\n');
  for (let file = 0; file < files; file++) {
    write(`features/team_${Math.floor(file / FILES_A_TEAM)}/features_${file % FILES_A_TEAM}.ts`, fileText(file));
  }
  return { folder, definitions: files * DEFINITIONS_A_FILE, files };
}

const tables = `import { table } from '@isochron/authoring';

export const orders = table('orders', {
  user: 'STRING', item: 'STRING', country: 'STRING', price: 'FLOAT64', quantity: 'INT64', bought: 'TIMESTAMP', note: 'STRING',
});
export const users = table('users', { user: 'STRING', country: 'STRING', age: 'INT64', seen: 'TIMESTAMP' });
`;

function fileText(file: number): string {
  return `import {
  columnsOf, entitySource, eventSource, groupBy, join, joinSource, model, modelTransforms, part, stagingQuery,
} from '@isochron/authoring';
import { orders, users } from '../tables.ts';

const bought = eventSource({
  table: orders,
  topic: 'orders_${file}',
  time: 'UNIX_MILLIS(bought)',
  lag: '1d',
  start: '2024-01-01',
  select: {
    user: 'user',
    item: 'item',
    country: 'UPPER(country)',
    spent: 'price * quantity + ${file}',
    expensive: 'IF(price > ${10 + file}, 1, 0)',
    quantity: 'quantity',
    noted: "COALESCE(note, '')",
  },
  where: ['price IS NOT NULL', 'quantity > ${file % 7}'],
});
const people = entitySource({
  snapshots: users,
  start: '2024-01-01',
  select: { user: 'user', country: 'UPPER(country)', age: 'age + ${file}' },
});
const rows = eventSource({
  table: orders,
  time: 'UNIX_MILLIS(bought)',
  select: { user: 'user', item: 'item', country: 'UPPER(country)' },
});
${[0, 1].map((at) => stagingText(file, at)).join('')}${range(7).map(eventsText).join('')}${range(2).map(entitiesText).join('')}${range(6).map(joinText).join('')}
export const chained = groupBy({
  version: 1,
  sources: [
    joinSource({
      join: join0,
      columns: columnsOf<{ user: 'STRING'; item: 'STRING'; user_spent_sum_7d: 'FLOAT64' }>(),
      time: 'ts',
      start: '2024-01-01',
      select: { item: 'item', spent: 'user_spent_sum_7d * 2' },
    }),
  ],
  keys: ['item'],
  aggregations: ({ spent }) => [spent.average('7d', '30d')],
});

export const model0 = model({
  version: '1.0',
  inputs: { amount: 'spent', often: 'quantity' },
  outputs: { score: 'team_${Math.floor(file / FILES_A_TEAM)}_features_${file % FILES_A_TEAM}_model0__1_0__probability * 100' },
  predicts: { probability: 'FLOAT64' },
});
export const scored = modelTransforms({ version: 1, sources: [bought], models: [model0], keep: ['user', 'item'] });
`;
}

const stagingText = (file: number, at: number): string => `
export const staging${at} = stagingQuery({
  version: 1,
  query: \`SELECT user, SUM(price * ${file + at}) AS spent, ds
FROM orders
WHERE ds BETWEEN {{ start_date }} AND {{ end_date }}
GROUP BY user, ds\`,
  dependsOn: [orders],
  columns: { user: 'STRING', spent: 'FLOAT64' },
});
`;

const eventsText = (at: number): string => `
export const events${at} = groupBy({
  version: 1,
  online: true,
  sources: [bought],
  keys: [${at % 2 === 0 ? "'user'" : "'item', 'country'"}],
  aggregations: ({ spent, expensive, quantity, item, noted }) => [
    spent.sum('1h', '1d', '7d', '30d'),
    spent.average('1d', '7d'),
    expensive.sum('7d').by('country'),
    quantity.max('1d', '${at + 2}d'),
    noted.lastK(${at + 2}, '30d'),
    item.uniqueCount('7d'),
  ],
  derive: { share_${at}: 'SAFE_DIVIDE(spent_sum_1d, spent_sum_7d)', much_${at}: 'spent_average_7d > ${at} * 10' },
});
`;

const entitiesText = (at: number): string => `
export const entities${at} = groupBy({
  version: 1,
  sources: [people],
  keys: ['${at === 0 ? 'user' : 'country'}'],
  ${at === 0 ? '' : 'aggregations: ({ age }) => [age.average(), age.max(), age.count()],'}
});
`;

const joinText = (at: number): string => `
export const join${at} = join({
  version: 1,
  left: rows,
  rowIds: ['user', 'item'],
  parts: [
    part(events${at}),
    part(events${(at + 1) % 7}, { prefix: 'second' }),
    part(events${(at + 2) % 7}, { prefix: 'third' }),
    part(entities0),
    part(entities1),
  ],
  derive: { both_${at}: '${at % 2 === 0 ? 'user' : 'item_country'}_spent_sum_7d + ${at}' },
});
`;

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);
