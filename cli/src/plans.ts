import { type Catalog, type Plan, type Planned, planOfGroupBy, planOfJoin, printDiagnostic } from '@isochron/compiler';
import { IsochronError } from '@isochron/schema';
import { groupByStruct, joinStruct, problemText, readJson } from '@isochron/thrift';
import type { Warehouse } from '@isochron/warehouse';
import { type CompiledFile, compiledFiles, resolveName } from './repository.ts';
import { readCatalog } from './wiring.ts';

/** The plan of the compiled definition a person means. Rejects with its diagnostics if the warehouse has changed under it. */
export async function planOf(warehouse: Warehouse, repository: string, asked: string): Promise<Plan> {
  return planOfFile(warehouse, resolveName(await compiledFiles(repository), asked));
}

export async function planOfFile(warehouse: Warehouse, file: CompiledFile): Promise<Plan> {
  const catalog = await readCatalog(warehouse);
  const { plan, diagnostics } = planned(file, catalog);
  if (plan !== null) return plan;
  const faults = diagnostics.map(printDiagnostic).join('\n');
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const why =
    errors.length > 0
      ? 'does not fit the warehouse; mend it and run isochron compile again.'
      : 'has what the embedded backfill does not do yet.';
  throw new IsochronError('FAILED_PRECONDITION', `${file.name} ${why}\n${faults}`);
}

function planned(file: CompiledFile, catalog: Catalog): Planned {
  switch (file.kind) {
    case 'group-by':
      return planOfGroupBy(checked(file, readJson(groupByStruct, file.text)), catalog);
    case 'join':
      return planOfJoin(checked(file, readJson(joinStruct, file.text)), catalog);
    case 'staging-query':
      throw new IsochronError('UNIMPLEMENTED', `${file.name}: the embedded backfill does not run staging queries yet.`);
  }
}

type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'refused'; readonly problems: readonly Parameters<typeof problemText>[0][] };

function checked<T>(file: CompiledFile, reading: Reading<T>): T {
  if (reading.kind === 'read') return reading.value;
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `${file.path} is not a compiled ${file.kind}: ${reading.problems.map(problemText).join('; ')}`,
  );
}
