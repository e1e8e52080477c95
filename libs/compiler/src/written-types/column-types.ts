import { type Field, longType, stringType } from '@isochron/schema';
import type { NameParts } from '../names.ts';
import type { GroupByPlan, JoinPlan, Plan } from '../planning/plan.ts';
import { featureColumns, fieldOf, tableColumns } from '../planning/table-columns.ts';
import { columnTypeText } from '../type-text.ts';
import { capitalized, propertyName } from './words.ts';

/** A definition by where it was exported. */
export interface PlannedDefinition extends NameParts {
  /** null for one that has none; it has no types either. */
  readonly plan: Plan | null;
  readonly isOnline: boolean;
}

/**
 * The types of what definitions have, a file for each file of definitions: `compiled/types/flights/training.ts`. Of the export `lateness` there are
 * `LatenessColumns`, the columns of its table; `LatenessBase`, what its derivations see; and where it is served, `LatenessKeys`, what a request says, and
 * `LatenessFeatures`, what it answers. They are types alone, so that nothing has to be there when definitions run. A function of its arguments, whatever their
 * order.
 */
export function columnTypes(definitions: readonly PlannedDefinition[]): ReadonlyMap<string, string> {
  const files = new Map<string, PlannedDefinition[]>();
  for (const each of [...definitions].sort(byExport)) {
    if (tableColumns(each.plan) === null) continue;
    const file = `${each.team}/${each.file}.ts`;
    files.set(file, [...(files.get(file) ?? []), each]);
  }
  return new Map(
    [...files]
      .sort(([a], [b]) => order(a, b))
      .map(([file, exported]) => [`compiled/types/${file}`, fileText(file, exported)]),
  );
}

function fileText(file: string, exported: readonly PlannedDefinition[]): string {
  const head = `// Written by isochron compile: the columns of what features/${file} defines. Import them as types.\n`;
  const taken = new Set<string>();
  return [head, ...exported.flatMap((each) => typesOf(each, typeName(each.export, taken)))].join('\n');
}

function typesOf({ plan, isOnline, export: name }: PlannedDefinition, type: string): readonly string[] {
  const declared = (ending: string, what: string, fields: readonly Field[]): string =>
    [`/** ${what} ${name}. */`, `export type ${type}${ending} = {`, ...fields.map(lineOf), '};', ''].join('\n');
  const table = declared('Columns', 'The table of', tableColumns(plan) ?? []);
  if (plan?.kind !== 'group-by' && plan?.kind !== 'join') return [table];
  const base = declared('Base', 'What derivations see of', baseOf(plan));
  if (!isOnline) return [table, base];
  const keys = declared('Keys', 'What a request says of', keysOf(plan));
  return [table, base, keys, declared('Features', 'What is answered of', featureColumns(plan))];
}

const lineOf = ({ name, type }: Field): string => `  ${propertyName(name)}: '${columnTypeText(type)}';`;

/** Keys or left columns, features before anything is derived of them, and the row's instant and day. */
function baseOf(plan: GroupByPlan | JoinPlan): readonly Field[] {
  const moment = [
    { name: 'ts', type: longType },
    { name: 'ds', type: stringType },
  ];
  return plan.kind === 'group-by'
    ? [...plan.keys, ...moment, ...plan.outputs]
    : [...plan.left.columns.map(fieldOf), ...moment, ...partFeatures(plan)];
}

/** What parts and services give a join: where parts derive, what they derive. */
function partFeatures({ parts, externals, derive, left }: JoinPlan): readonly Field[] {
  const outside = externals.flatMap(({ outputs }) => outputs.map(fieldOf));
  if (parts.every(({ groupBy }) => groupBy.derived === null))
    return [...parts.flatMap(({ outputs }) => outputs), ...outside];
  // The first stage is what the parts derive, after the left columns and the instant.
  return (derive[0] ?? []).slice(left.columns.length + 1).map(fieldOf);
}

/** The columns that carry keys, each once, and what the caller gives besides. */
function keysOf(plan: GroupByPlan | JoinPlan): readonly Field[] {
  if (plan.kind === 'group-by') return plan.keys;
  const carried = plan.parts.flatMap(({ keys, groupBy }) =>
    keys.map(({ left }, at) => ({ name: left, type: groupBy.keys[at]?.type ?? stringType })),
  );
  const asked = plan.externals.flatMap(({ keys }) => keys.map(({ left, type }) => ({ name: left, type })));
  return [...new Map([...asked, ...carried].map((field) => [field.name, field])).values()].sort((a, b) =>
    order(a.name, b.name),
  );
}

/** `byOrigin` is `ByOrigin`; where that is taken, with a number after it. */
function typeName(name: string, taken: Set<string>): string {
  for (let count = 1; ; count += 1) {
    const type = count === 1 ? capitalized(name) : `${capitalized(name)}${count}`;
    if (taken.has(type)) continue;
    taken.add(type);
    return type;
  }
}

const byExport = (a: PlannedDefinition, b: PlannedDefinition): number => order(a.export, b.export);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
