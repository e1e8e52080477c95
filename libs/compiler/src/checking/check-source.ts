import type { DialectName } from '@isochron/expression';
import { stringType } from '@isochron/schema';
import { cleanSpec, type Query, type Source } from '@isochron/thrift';
import { checkJoin } from './check-join.ts';
import { checkModelTransforms } from './check-model-transforms.ts';
import { checkPartition } from './check-partition.ts';
import type {
  CheckedJoin,
  CheckedModelTransforms,
  CheckedMutations,
  CheckedSelect,
  CheckedSource,
  DataModel,
} from './checked.ts';
import { type CheckedExpression, checkExpression, type Output } from './checked-expression.ts';
import type { Checking } from './checking.ts';
import { joinOutputs } from './join-outputs.ts';

/** What a source is in. */
export interface SourceOwner {
  readonly dialect: DialectName;
  /** Settings of its object, among which its tables' partition column may stand. */
  readonly settings: Readonly<Record<string, string>>;
  /** Columns that it needs: keys and inputs, which the existing compiler leaves out of a query without selects. */
  readonly required: readonly string[];
}

export function checkSource(source: Source, path: string, owner: SourceOwner, checking: Checking): CheckedSource {
  const { query } = 'events' in source ? source.events : 'entities' in source ? source.entities : { query: undefined };
  // Where columns are selected, nothing depends on those that are needed.
  const needed = query?.selects === undefined ? owner : { ...owner, required: [] };
  return checking.sources.findOr(source, path, needed, () => checkNew(source, path, needed, checking));
}

function checkNew(source: Source, path: string, owner: SourceOwner, checking: Checking): CheckedSource {
  const origin = originOf(source, path, checking);
  const { query, visible } = origin;
  const partition = checkPartition(query, owner.settings);
  const fields = visible === null ? null : withPartition(visible, partition.column);
  const reader: Reader = {
    owner: origin.what,
    dialect: owner.dialect,
    queryPath: origin.queryPath,
    partition: partition.column,
    // The rows of a join of events have their time.
    time: origin.kind === 'join' && origin.model === 'events' ? 'ts' : null,
  };
  const written = query.selects ?? Object.fromEntries((visible ?? []).map(({ name }) => [name, name]));
  const absent =
    query.selects === undefined ? owner.required.filter((name) => name !== 'ts' && !(name in written)) : [];
  const selects = selectsOf(
    [...Object.entries(written), ...absent.map((name) => [name, name] as const)],
    query,
    reader,
    fields,
  );
  const time = timeOf(query, reader, fields);
  const wheres = wheresOf(query, reader, visibleIn(selects, fields));
  const mutations =
    'entities' in source ? mutationsOf(source.entities.mutationTable, query, path, reader, checking) : null;
  const id = idOf(query, reader, fields);
  const texts = [time, ...selects.map(({ expression }) => expression), ...wheres, ...(id === null ? [] : [id])];
  return { ...origin, path, partition, time, selects, wheres, mutations, id, expressions: texts };
}

type Origin = Pick<
  CheckedSource,
  | 'kind'
  | 'queryPath'
  | 'query'
  | 'model'
  | 'table'
  | 'tablePath'
  | 'tableColumns'
  | 'topic'
  | 'isCumulative'
  | 'upstream'
> & {
  /** What columns belong to, in a sentence. */
  readonly what: string;
  /** The columns that texts may name; null where they are not known. */
  readonly visible: readonly Output[] | null;
};

function originOf(source: Source, path: string, checking: Checking): Origin {
  if ('events' in source) {
    const { table = '', topic = null, query = {}, isCumulative = false } = source.events;
    const at = `${path}.events`;
    const read = tableNamed(table, checking);
    return {
      kind: 'events',
      model: 'events',
      query,
      topic,
      isCumulative,
      ...read,
      ...whereOf(at, 'table'),
      upstream: null,
    };
  }
  if ('entities' in source) {
    const { snapshotTable = '', mutationTopic = null, query = {} } = source.entities;
    const at = `${path}.entities`;
    const read = tableNamed(snapshotTable, checking);
    const about = { kind: 'entities', model: 'entities', query, topic: mutationTopic, isCumulative: false } as const;
    return { ...about, ...read, ...whereOf(at, 'snapshotTable'), upstream: null };
  }
  if ('joinSource' in source) {
    const { join = { joinParts: [] }, query = {} } = source.joinSource;
    const at = `${path}.joinSource`;
    const upstream = checkJoin(join, checking, `${at}.join`);
    const { model, topic } = upstream.left;
    const about = { kind: 'join', model, query, topic, isCumulative: false, upstream } as const;
    return { ...about, ...madeBy(upstream, joinOutputs(upstream)), queryPath: `${at}.query`, tablePath: `${at}.join` };
  }
  const at = `${path}.modelTransforms`;
  const upstream = checkModelTransforms(source.modelTransforms, checking, at);
  const [first] = upstream.sources;
  const about = {
    kind: 'model-transforms',
    query: {},
    topic: first?.topic ?? null,
    isCumulative: false,
    upstream,
  } as const;
  const model: DataModel = first?.model ?? 'events';
  return { ...about, model, ...madeBy(upstream, upstream.outputs), queryPath: `${at}.query`, tablePath: at };
}

const whereOf = (at: string, field: string): Pick<Origin, 'queryPath' | 'tablePath'> => ({
  queryPath: `${at}.query`,
  tablePath: `${at}.${field}`,
});

function tableNamed(spec: string, { tables }: Checking): Pick<Origin, 'table' | 'tableColumns' | 'visible' | 'what'> {
  const table = cleanSpec(spec);
  const tableColumns = tables?.columnsOf(table) ?? null;
  return { table, tableColumns, visible: tableColumns, what: `Table ${table}` };
}

/** What an object makes can be read once all of it has a type. */
function madeBy(
  { kind, name, table }: CheckedJoin | CheckedModelTransforms,
  outputs: readonly Output[],
): Pick<Origin, 'table' | 'tableColumns' | 'visible' | 'what'> {
  const fields = outputs.flatMap(({ name: column, type }) => (type === null ? [] : [{ name: column, type }]));
  const isKnown = fields.length === outputs.length;
  const what = kind === 'join' ? `The join ${name}` : `The rows of ${name}`;
  return { table, tableColumns: isKnown ? fields : null, visible: outputs, what };
}

/** Whose texts they are. */
interface Reader {
  readonly owner: string;
  readonly dialect: DialectName;
  readonly queryPath: string;
  readonly partition: string;
  /** The column that has the time where none is written; null: none has. */
  readonly time: string | null;
}

const withPartition = (columns: readonly Output[], partition: string): readonly Output[] =>
  columns.some(({ name }) => name === partition) ? columns : [...columns, { name: partition, type: stringType }];

function selectsOf(
  written: readonly (readonly [string, string])[],
  query: Query,
  { queryPath, time, dialect, owner }: Reader,
  fields: readonly Output[] | null,
): readonly CheckedSelect[] {
  return (
    written
      // The existing compiler adds the time column to a join's left selects.
      .filter(([name, text]) => name !== 'ts' || text !== (query.timeColumn ?? time))
      .map(([name, text]): CheckedSelect => {
        const place = { path: `${queryPath}.selects.${name}`, what: `the select ${name}` };
        const expression = checkExpression({ dialect, owner, ...place, text, role: 'select' }, fields);
        const type = expression.analyzed?.dataType;
        return { name, expression, type: type === undefined || 'unstorable' in type ? null : type };
      })
  );
}

/** Without a time column, an event of a partition counts from the last millisecond of its day, as in the existing system. */
const END_OF_DAY = 86_399_999;

function timeOf(query: Query, reader: Reader, fields: readonly Output[] | null): CheckedExpression {
  const { queryPath, partition, dialect, owner } = reader;
  const about = { dialect, owner };
  const place = { path: `${queryPath}.timeColumn`, what: 'the time', role: 'time' } as const;
  const written = query.timeColumn ?? reader.time;
  if (written !== null) return checkExpression({ ...about, ...place, text: written }, fields);
  const text = `UNIX_MILLIS(TIMESTAMP(${partition})) + ${END_OF_DAY}`;
  // Nobody wrote it, so that nobody is blamed for it: of any table it is read as of one whose partitions are texts.
  return checkExpression({ ...about, ...place, text, dialect: 'googlesql' }, [{ name: partition, type: stringType }]);
}

function idOf(
  { eventId }: Query,
  { queryPath, dialect, owner }: Reader,
  fields: readonly Output[] | null,
): CheckedExpression | null {
  if (eventId === undefined) return null;
  const place = { path: `${queryPath}.eventId`, what: 'the identity', role: 'select' } as const;
  return checkExpression({ dialect, owner, ...place, text: eventId }, fields);
}

const wheresOf = (
  query: Query,
  { queryPath, dialect, owner }: Reader,
  visible: readonly Output[] | null,
): readonly CheckedExpression[] =>
  (query.wheres ?? []).map((text, position) =>
    checkExpression(
      { dialect, owner, path: `${queryPath}.wheres[${position}]`, text, what: 'the condition', role: 'condition' },
      visible,
    ),
  );

/** What conditions name: selected columns first, then the table's. */
function visibleIn(selects: readonly CheckedSelect[], fields: readonly Output[] | null): readonly Output[] | null {
  if (fields === null) return null;
  const hidden = new Set(selects.map(({ name }) => name));
  return [...selects.map(({ name, type }) => ({ name, type })), ...fields.filter(({ name }) => !hidden.has(name))];
}

/** What changes have where nothing is said: the time of the change, and whether the row is that from before it. */
const CHANGE_TIME = 'mutation_ts';
const IS_BEFORE = 'is_before';

function mutationsOf(
  spec: string | undefined,
  query: Query,
  path: string,
  reader: Reader,
  checking: Checking,
): CheckedMutations | null {
  if (spec === undefined) return null;
  const { table, tableColumns, what: owner } = tableNamed(spec, checking);
  const fields = tableColumns === null ? null : withPartition(tableColumns, reader.partition);
  const changes = { ...reader, owner };
  const written = query.selects ?? Object.fromEntries((tableColumns ?? []).map(({ name }) => [name, name]));
  const selects = selectsOf(
    Object.entries(written).filter(([name]) => query.selects !== undefined || ![CHANGE_TIME, IS_BEFORE].includes(name)),
    query,
    changes,
    fields,
  );
  const { queryPath, dialect } = changes;
  const one = (
    field: 'mutationTimeColumn' | 'reversalColumn',
    unsaid: string,
    what: string,
    role: 'time' | 'condition',
  ) =>
    checkExpression(
      { dialect, owner, path: `${queryPath}.${field}`, text: query[field] ?? unsaid, what, role },
      fields,
    );
  return {
    table,
    tablePath: `${path}.entities.mutationTable`,
    tableColumns,
    selects,
    wheres: wheresOf(query, changes, visibleIn(selects, fields)),
    time: timeOf(query, changes, fields),
    changeTime: one('mutationTimeColumn', CHANGE_TIME, 'the time of a change', 'time'),
    isBefore: one('reversalColumn', IS_BEFORE, 'what tells the row before a change', 'condition'),
  };
}
