import type { IdlModule } from './idl.ts';

/** The names of the operations for `libs/schema`, where the kernel finds them without knowing Thrift. */
export function operationNamesText(modules: readonly IdlModule[]): string {
  const definition = modules
    .flatMap((module) => module.definitions)
    .find((candidate) => candidate.name === 'Operation');
  if (definition?.kind !== 'enum') throw new Error('thrift/api.thrift must define the enum Operation.');
  const members = definition.members.map((member) => `  ${member.name}: ${member.value},\n`);
  return [
    '// Generated from thrift/api.thrift by tools/src/generate.ts. Do not edit.\n\n',
    `/** Every aggregation operation with its number in the IDL. */\nexport const operationNumbers = {\n${members.join('')}} as const;\n\n`,
    'export type OperationName = keyof typeof operationNumbers;\n',
  ].join('');
}
