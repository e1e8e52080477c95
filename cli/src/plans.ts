import { type Plan, planOfGroupBy, planOfJoin, printDiagnostic } from '@isochron/compiler';
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
  const object = readCompiled(file);
  const catalog = await readCatalog(warehouse);
  const { plan, diagnostics } =
    object.kind === 'group-by' ? planOfGroupBy(object.thrift, catalog) : planOfJoin(object.thrift, catalog);
  if (plan !== null) return plan;
  const faults = diagnostics.map(printDiagnostic).join('\n');
  throw new IsochronError(
    'FAILED_PRECONDITION',
    `${file.name} does not fit the warehouse; mend it and run isochron compile again.\n${faults}`,
  );
}

function readCompiled(file: CompiledFile) {
  if (file.kind === 'group-by')
    return { kind: file.kind, thrift: checked(file, readJson(groupByStruct, file.text)) } as const;
  return { kind: file.kind, thrift: checked(file, readJson(joinStruct, file.text)) } as const;
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
