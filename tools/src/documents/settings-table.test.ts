import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { typedSettings } from './typed-settings.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const authoring = 'libs/authoring/src/';

/** By interface: under which heading of the page its settings stand, and what goes before their names there. */
const places: Readonly<Record<string, readonly [heading: string, prefix: string]>> = {
  MetadataOptions: ['Every definition', ''],
  OutputOptions: ['Every definition', 'output.'],
  TablePartitionOptions: ['Every definition', 'output.partition.'],
  RunOptions: ['Every definition', 'run.'],
  QueryOptions: ['Sources', ''],
  PartitionOptions: ['Sources', 'partition.'],
  EventSourceOptions: ['Sources', ''],
  EntitySourceOptions: ['Sources', ''],
  JoinSourceOptions: ['Sources', ''],
  ModelSourceOptions: ['Sources', ''],
  GroupByOptions: ['groupBy', ''],
  JoinOptions: ['join', ''],
  PartOptions: ['join', 'part.'],
  LabelOptions: ['join', 'label.'],
  BootstrapOptions: ['join', 'bootstrap.'],
  ExternalSourceOptions: ['join', 'externalSource.'],
  ExternalOptions: ['join', 'externalPart.'],
  MonitorOptions: ['join', 'monitor.'],
  DriftOptions: ['join', 'monitor.drift.'],
  StagingQueryOptions: ['stagingQuery', ''],
  DependencyOptions: ['stagingQuery', 'dependency.'],
  ModelOptions: ['model and modelTransforms', 'model.'],
  InferenceOptions: ['model and modelTransforms', 'model.inference.'],
  TrainingOptions: ['model and modelTransforms', 'model.training.'],
  DeploymentOptions: ['model and modelTransforms', 'model.deployment.'],
  ResourceOptions: ['model and modelTransforms', 'resources.'],
  ModelTransformsOptions: ['model and modelTransforms', 'modelTransforms.'],
  ConfigOptions: ['config', ''],
  TeamOptions: ['config', 'teams.'],
  EnvironmentOptions: ['config', 'environments.'],
};

/** Settings that an interface has from another one, which the page repeats, and the options of `contextual`, whose type has no name. */
const repeated: readonly string[] = [
  'Sources: partition.column',
  'Sources: partition.format',
  'Sources: partition.every',
  'Sources: partition.isTime',
  'join: label.on',
  'join: contextual.prefix',
  'join: contextual.team',
];

function settingsOfTypes(): readonly string[] {
  const files = readdirSync(new URL(authoring, root)).filter((name) => name.endsWith('.ts') && !/\.test/.test(name));
  const typed = files.flatMap((file) => [...typedSettings(file, read(`${authoring}${file}`))]);
  return typed.flatMap(([type, names]) => {
    const [heading, prefix] = places[type] ?? [`${type}, which has no place on the page`, ''];
    return names.map((name) => `${heading}: ${prefix}${name}`);
  });
}

/** The names in the first columns of the tables below `## Settings`, with the headings that they stand under. */
function settingsOnPage(): readonly string[] {
  const page = read('docs/definitions.md');
  const part = page.slice(page.indexOf('\n## Settings'), page.indexOf('\n## For those who know'));
  return part.split('\n### ').flatMap((section, at) => {
    const heading = section.slice(0, section.indexOf('\n'));
    const rows = at === 0 ? [] : section.split('\n').filter((line) => line.startsWith('| `'));
    return rows.flatMap((row) =>
      [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => `${heading}: ${name}`),
    );
  });
}

it('has what every setting does, and no setting that there is not', () => {
  expect([...settingsOnPage()].sort()).toEqual([...new Set([...settingsOfTypes(), ...repeated])].sort());
});

it('says of every setting what a backfill, an upload and the fetcher do with it', () => {
  const rows = read('docs/definitions.md')
    .split('\n')
    .filter((line) => /^\| `[^|]+\|([^|]*\|){3}[^|]*\|$/.test(line));
  expect(rows.length).toBeGreaterThan(50);
  for (const row of rows) {
    const cells = row
      .split('|')
      .slice(2, 5)
      .map((cell) => cell.trim());
    expect(cells.join() === ',,' || cells.every((cell) => /^(yes(, of a Join)?|refused|said|–)$/.test(cell)), row).toBe(
      true,
    );
  }
});
