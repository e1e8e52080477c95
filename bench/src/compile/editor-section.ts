import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../contender.ts';
import type { BenchOptions } from '../main.ts';
import { rounded, table, whole } from '../sketches/table.ts';
import { isochronIn } from './command.ts';

const COLUMNS = 200;
const LEVELS = 3;
const SECONDS_MAX = 2;
const INSTANTIATIONS_MAX = 1_000_000;

/**
 * What an editor has to do for definitions as large as they get: a group-by of 200 columns over a table, one over the rows of a join of it, and one over a join of that,
 * with the types that `isochron compile` writes between them. The compiler checks them from nothing; a column that is not there must be an error in each file. It ends with
 * an error beyond its bounds.
 */
export async function editorSection({ runs }: BenchOptions): Promise<void> {
  const folder = fileURLToPath(new URL('../../.data/editor', import.meta.url));
  writeRepository(folder);
  const isochron = isochronIn(folder);
  isochron('load', 'wide', 'wide.csv', '--time', 'seen');
  isochron('compile');
  const results = Array.from({ length: runs }, () => check(folder));
  const of = (name: string): number => median(results.map((each) => figureOf(each, name)));
  const instantiations = of('Instantiations');
  const seconds = of('Total time');
  say(
    table(
      [`${COLUMNS} columns, ${LEVELS} levels`, 'instantiations', 'types', 'check, s', 'total, s', 'MiB'],
      [
        [
          'tsc --extendedDiagnostics',
          whole(instantiations),
          whole(of('Types')),
          rounded(of('Check time')),
          rounded(seconds),
          whole(of('Memory used') / 1024),
        ],
      ],
    ),
  );
  if (instantiations > INSTANTIATIONS_MAX || seconds > SECONDS_MAX) {
    throw new Error(`wanted: at most ${whole(INSTANTIATIONS_MAX)} instantiations and ${SECONDS_MAX} s`);
  }
}

function check(folder: string): string {
  const tsc = fileURLToPath(new URL('../../../node_modules/.bin/tsc', import.meta.url));
  const { status, stdout, stderr } = spawnSync(tsc, ['-p', folder, '--noEmit', '--extendedDiagnostics'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the definitions are not typed as they should be:\n${stdout}${stderr}`);
  return stdout;
}

/** `Instantiations: 173030`, `Check time: 0.300s`, `Memory used: 100000K`. */
function figureOf(printed: string, name: string): number {
  const [, figure] = new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(printed) ?? [];
  if (figure === undefined) throw new Error(`tsc does not say ${name}:\n${printed}`);
  return Number(figure);
}

function writeRepository(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const columns = Array.from({ length: COLUMNS }, (_, at) => `c${at}`);
  write('package.json', '{ "type": "module" }\n');
  write('tsconfig.json', TSCONFIG);
  write('wide.csv', `key,seen,${columns.join(',')}\na,2024-01-01 10:00:00,${columns.map(() => '1.5').join(',')}\n`);
  write('features/tables.ts', tablesText(columns));
  for (let level = 1; level <= LEVELS; level++) write(`features/wide/level${level}.ts`, levelText(level, columns));
}

/** As strict as a project of ours is. */
const TSCONFIG = `{
  "extends": "../../../tsconfig.base.json",
  "compilerOptions": { "noEmit": true, "composite": false, "incremental": false, "customConditions": [] },
  "include": ["features", "compiled/types"]
}
`;

const tablesText = (columns: readonly string[]): string => `import { table } from '@isochron/authoring';

export const wide = table('wide', {
  key: 'STRING', seen: 'TIMESTAMP',
  ${columns.map((name) => `${name}: 'FLOAT64'`).join(',\n  ')},
});
`;

/** A group-by over the table, or over the join below, and the join of it. */
function levelText(level: number, columns: readonly string[]): string {
  const isFirst = level === 1;
  const below = level - 1;
  const read = (name: string): string => (isFirst ? name : `key_${name}_sum_7d`);
  const source = (select: string): string =>
    isFirst
      ? `eventSource({ table: wide, time: 'UNIX_MILLIS(seen)', select: ${select} })`
      : `joinSource({ join: join${below}, columns: columnsOf<Join${below}Columns>(), time: 'ts', select: ${select} })`;
  return `import { ${isFirst ? '' : 'columnsOf, joinSource, '}eventSource, groupBy, join, part } from '@isochron/authoring';
import { wide } from '../tables.ts';
${isFirst ? '' : `import { join${below} } from './level${below}.ts';\nimport type { Join${below}Columns } from '../../compiled/types/wide/level${below}.ts';\n`}
export const all${level} = groupBy({
  version: 1,
  sources: [${source(`{ key: 'key', ${columns.map((name) => `${name}: '${read(name)}'`).join(', ')} }`)}],
  keys: ['key'],
  aggregations: (row) => [
    ${columns.map((name) => `row.${name}.sum('7d'), row.${name}.max('1d')`).join(',\n    ')},
  ],
});
export const join${level} = join({
  version: 1,
  left: eventSource({ table: wide, time: 'UNIX_MILLIS(seen)', select: { key: 'key' } }),
  parts: [part(all${level})],
});
export const wrong${level} = () =>
  groupBy({
    version: 1,
    sources: [${source(`{ key: 'key', c: '${read('c0')}' }`)}],
    keys: ['key'],
    // @ts-expect-error There is no such column.
    aggregations: (row) => [row.lacking.sum('7d')],
  });
`;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
