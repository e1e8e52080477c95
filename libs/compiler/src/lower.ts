import type {
  AggregationDefinition,
  Definition,
  EventSourceDefinition,
  GroupByDefinition,
  JoinDefinition,
  PartDefinition,
  Place,
} from '@isochron/authoring';
import type { DialectName } from '@isochron/expression';
import {
  Accuracy,
  type Aggregation,
  type Derivation,
  type GroupBy,
  type Join,
  type JoinPart,
  type MetaData,
  Operation,
  type Query,
  type Source,
  type Window,
} from '@isochron/thrift';
import { dialectNumbers } from './dialects.ts';
import type { Finding } from './finding.ts';
import { thriftName } from './names.ts';
import type { Places } from './places.ts';
import { parseWindow } from './window-text.ts';

/** A definition as Thrift, and beside it where its pieces were written and what could not be said in Thrift. */
export type Lowered = LoweredGroupBy | LoweredJoin;
export interface LoweredGroupBy extends LoweredObject {
  readonly kind: 'group-by';
  readonly thrift: GroupBy;
}
export interface LoweredJoin extends LoweredObject {
  readonly kind: 'join';
  readonly thrift: Join;
}
interface LoweredObject {
  readonly name: string;
  readonly places: Places;
  readonly findings: readonly Finding[];
}

/** What a definition is called, and the path of its file in the repository; null for one that is not exported. */
export type Naming = (definition: Definition) => { readonly name: string; readonly sourceFile: string } | null;

/**
 * `dialect`: that of definitions which do not say it. The lowered object always does, so that what its file means depends on nobody who reads it, and
 * differs from a file of the existing system, which never does.
 */
export function lower(definition: Definition, naming: Naming, dialect: DialectName): Lowered {
  const lowering = new Lowering(naming, dialect);
  const name = naming(definition)?.name ?? definition.place.file;
  if (definition.kind === 'group-by') {
    return { kind: 'group-by', name, thrift: lowering.groupBy(definition, ''), ...lowering.aside };
  }
  return { kind: 'join', name, thrift: lowering.join(definition), ...lowering.aside };
}

/** Without `keep` every feature stays; with it those that it names. What is derived comes after them. */
function derivationsOf({ derive, keep }: Pick<GroupByDefinition, 'derive' | 'keep'>): {
  readonly derivations?: readonly Derivation[];
} {
  const derived = Object.entries(derive).map(([name, expression]): Derivation => ({ name, expression }));
  if (derived.length === 0 && keep === null) return {};
  const kept = keep === null ? [{ name: '*', expression: '*' }] : keep.map((name) => ({ name, expression: name }));
  return { derivations: [...kept, ...derived] };
}

class Lowering {
  readonly #naming: Naming;
  readonly #dialect: DialectName;
  readonly #places = new Map<string, Place>();
  readonly #findings: Finding[] = [];

  constructor(naming: Naming, dialect: DialectName) {
    this.#naming = naming;
    this.#dialect = dialect;
  }

  get aside(): { readonly places: Places; readonly findings: readonly Finding[] } {
    return { places: this.#places, findings: this.#findings };
  }

  groupBy(definition: GroupByDefinition, path: string): GroupBy {
    this.#places.set(path, definition.place);
    const at = path === '' ? '' : `${path}.`;
    return {
      metaData: this.#metaData(definition, path),
      sources: definition.sources.map((source, position) => this.#source(source, `${at}sources[${position}]`)),
      keyColumns: definition.keys,
      aggregations: definition.aggregations.map((each, position) =>
        this.#aggregation(each, `${at}aggregations[${position}]`),
      ),
      ...(definition.accuracy !== null && { accuracy: Accuracy[definition.accuracy] }),
      ...derivationsOf(definition),
    };
  }

  join(definition: JoinDefinition): Join {
    this.#places.set('', definition.place);
    return {
      metaData: this.#metaData(definition, ''),
      left: this.#source(definition.left, 'left'),
      joinParts: definition.parts.map((part, position) => this.#part(part, `joinParts[${position}]`)),
      useLongNames: false,
      ...derivationsOf(definition),
    };
  }

  #part(part: PartDefinition, path: string): JoinPart {
    this.#places.set(path, part.place);
    if (this.#naming(part.groupBy) === null) {
      this.#findings.push({
        code: 'unnamed-group-by',
        path,
        message: 'The group-by of this part is not exported, so that it has no name.',
        hint: 'Export it from its file: export const … = groupBy(…).',
      });
    }
    return {
      groupBy: this.groupBy(part.groupBy, `${path}.groupBy`),
      ...(Object.keys(part.on).length > 0 && { keyMapping: part.on }),
      ...(part.prefix !== null && { prefix: part.prefix }),
      useLongNames: false,
    };
  }

  #source(source: EventSourceDefinition, path: string): Source {
    this.#places.set(path, source.place);
    const lag = source.lag === null ? null : this.#window(source.lag, `${path}.events.query.eventLag`, 'bad-lag');
    const query: Query = {
      selects: source.select,
      ...(source.where.length > 0 && { wheres: source.where }),
      ...(source.start !== null && { startPartition: source.start }),
      ...(source.end !== null && { endPartition: source.end }),
      timeColumn: source.time,
      ...(lag !== null && { eventLag: lag }),
    };
    return { events: { table: source.table.name, ...(source.topic !== null && { topic: source.topic }), query } };
  }

  #aggregation(aggregation: AggregationDefinition, path: string): Aggregation {
    this.#places.set(path, aggregation.place);
    const windows = aggregation.windows.flatMap((text, position) => {
      const window = this.#window(text, `${path}.windows[${position}]`, 'bad-window');
      return window === null ? [] : [window];
    });
    return {
      inputColumn: aggregation.input,
      operation: Operation[aggregation.operation],
      argMap: aggregation.args,
      ...(aggregation.windows.length > 0 && { windows }),
      ...(aggregation.buckets.length > 0 && { buckets: aggregation.buckets }),
    };
  }

  #window(text: string, path: string, code: 'bad-window' | 'bad-lag'): Window | null {
    const window = parseWindow(text);
    const zero = window?.length === 0;
    if (window !== null && !(zero && code === 'bad-window')) return zero ? null : window;
    const what = code === 'bad-lag' ? 'lag' : 'window';
    this.#findings.push({
      code,
      path,
      message: `The ${what} "${text}" is not a length of time.`,
      hint: 'Write whole minutes, hours or days: 30m, 7h or 7d.',
    });
    return null;
  }

  #metaData(definition: Definition, path: string): MetaData {
    if (!Number.isSafeInteger(definition.version) || definition.version < 0) {
      this.#findings.push({
        code: 'bad-version',
        path,
        message: `The version ${definition.version} is not a whole number of at least 0.`,
        hint: 'Write version: 1, and count up when the meaning changes.',
      });
    }
    const naming = this.#naming(definition);
    const expressionDialect = dialectNumbers[definition.dialect ?? this.#dialect];
    const said = { version: String(definition.version), online: definition.online, expressionDialect };
    if (naming === null) return said;
    const team = naming.name.slice(0, naming.name.indexOf('/'));
    return { name: thriftName(naming.name), team, sourceFile: naming.sourceFile, ...said };
  }
}
