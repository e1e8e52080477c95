import { type Field, IsochronError, longType } from '@isochron/schema';
import type { AssembleRequest, WriteReport } from '@isochron/warehouse';
import { daysOf } from './days.ts';
import type { Engine } from './engine.ts';
import { publishDays } from './publish.ts';
import { relation } from './scan.ts';
import { list, quoted } from './sql.ts';
import { partitionsOf, type Snapshot, type Store } from './store.ts';

/** Left columns, `ts`, then the outputs of each part in the order asked for; a left row that a part lacks has nulls. */
export async function assemble(engine: Engine, store: Store, request: AssembleRequest): Promise<WriteReport> {
  const left = await store.open(request.left);
  const own = left.manifest.columns.filter(({ name }) => name !== 'row' && name !== 'ts');
  const columns: Field[] = [...own, { name: 'ts', type: longType }];
  const selected = [...own.map(({ name }) => `l.${quoted(name)}`), 'l."ts"'];
  const parts: { readonly snapshot: Snapshot; readonly wanted: string }[] = [];
  for (const [at, part] of request.parts.entries()) {
    const snapshot = await store.open(part.table);
    for (const output of part.outputs) {
      columns.push(fieldOf(snapshot, output));
      selected.push(`p${at}.${quoted(output)}`);
    }
    partitionsOf(snapshot, request.days);
    parts.push({ snapshot, wanted: list(['"row"', ...part.outputs.map(quoted)]) });
  }
  partitionsOf(left, request.days);
  const queryOf = (day: string): string => {
    const range = { start: day, end: day };
    const joins = parts.map(
      ({ snapshot, wanted }, at) =>
        `LEFT JOIN (SELECT ${wanted} FROM ${relation(snapshot, range)}) p${at} ON l."row" = p${at}."row"`,
    );
    return `SELECT ${list(selected)} FROM ${relation(left, range)} l ${joins.join(' ')}`;
  };
  return publishDays(engine, store, request.target, columns, { days: daysOf(request.days), queryOf });
}

function fieldOf(snapshot: Snapshot, name: string): Field {
  const field = snapshot.manifest.columns.find((column) => column.name === name);
  if (field !== undefined) return field;
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `Table "${snapshot.name}" has no column "${name}"; it was written by another definition.`,
  );
}
