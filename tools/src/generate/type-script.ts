import type { IdlDefinition, IdlEnum, IdlField, IdlModule, IdlStruct, IdlType } from './idl.ts';

/** The TypeScript of one module: types, enums as const objects, and the descriptors that codecs work from. */
export function moduleText(module: IdlModule): string {
  const blocks = module.definitions.map((definition) => definitionText(module.name, definition));
  return `// Generated from thrift/${module.name}.thrift by tools/src/generate.ts. Do not edit.\n\n${importsText(module)}${blocks.join('\n')}`;
}

function definitionText(module: string, definition: IdlDefinition): string {
  switch (definition.kind) {
    case 'enum':
      return enumText(definition);
    case 'struct':
      return `${interfaceText(module, definition)}\n${descriptorText(module, definition)}`;
    case 'union':
      return `${unionText(module, definition)}\n${descriptorText(module, definition)}`;
  }
}

function enumText(definition: IdlEnum): string {
  const members = definition.members.map(
    (member) => `${comment('  ', member.comment)}  ${member.name}: ${member.value},\n`,
  );
  return [
    `${comment('', definition.comment)}export const ${definition.name} = {\n${members.join('')}} as const;\n`,
    `export type ${definition.name} = (typeof ${definition.name})[keyof typeof ${definition.name}];\n\n`,
    `export const ${enumName(definition.name)}: EnumDescriptor = { name: '${definition.name}', numbers: ${definition.name} };\n`,
  ].join('');
}

function interfaceText(module: string, definition: IdlStruct): string {
  const fields = definition.fields.map((field) => {
    const optional = field.requiredness === 'required' ? '' : '?';
    return `${comment('  ', field.comment)}  readonly ${field.name}${optional}: ${typeText(module, field.type)};\n`;
  });
  return `${comment('', definition.comment)}export interface ${definition.name} {\n${fields.join('')}}\n`;
}

/** Exactly one member; the others are there as `never`, so that each can be asked for without telling the members apart first. */
function unionText(module: string, definition: IdlStruct): string {
  const members = definition.fields.map((member) => {
    const fields = definition.fields.map((field) =>
      field === member
        ? `${comment('      ', field.comment)}      readonly ${field.name}: ${typeText(module, field.type)};\n`
        : `      readonly ${field.name}?: never;\n`,
    );
    return `\n  | {\n${fields.join('')}    }`;
  });
  return `${comment('', definition.comment)}export type ${definition.name} =${members.join('')};\n`;
}

function descriptorText(module: string, definition: IdlStruct): string {
  const fields = definition.fields.map((field) => `    ${fieldText(module, field)},\n`);
  return [
    `export const ${structName(definition.name)}: StructDescriptor<${definition.name}> = {\n`,
    `  name: '${definition.name}',\n  kind: '${definition.kind}',\n  fields: [\n${fields.join('')}  ],\n};\n`,
  ].join('');
}

function fieldText(module: string, field: IdlField): string {
  const parts = [
    `id: ${field.id}`,
    `name: '${field.name}'`,
    `type: ${typeDescriptorText(module, field.type)}`,
    `requiredness: '${field.requiredness}'`,
  ];
  if (field.defaultValue !== null) parts.push(`defaultValue: ${defaultText(field.type, field.defaultValue)}`);
  return `{ ${parts.join(', ')} }`;
}

function defaultText(type: IdlType, value: number | string | boolean): string {
  if (type.kind === 'enum') return `${type.name}.${value}`;
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function typeText(module: string, type: IdlType): string {
  switch (type.kind) {
    case 'bool':
      return 'boolean';
    case 'byte':
    case 'i16':
    case 'i32':
    case 'double':
      return 'number';
    case 'i64':
      return 'number | bigint';
    case 'string':
      return 'string';
    case 'bytes':
      return 'Uint8Array';
    case 'list': {
      const element = typeText(module, type.element);
      return `readonly ${element.includes(' ') ? `(${element})` : element}[]`;
    }
    case 'map': {
      const key = type.key.kind === 'string' ? 'string' : 'number';
      return `Readonly<Record<${key}, ${typeText(module, type.value)}>>`;
    }
    case 'enum':
    case 'struct':
      return type.name;
  }
}

function typeDescriptorText(module: string, type: IdlType): string {
  switch (type.kind) {
    case 'list':
      return `{ kind: 'list', element: ${typeDescriptorText(module, type.element)} }`;
    case 'map':
      return `{ kind: 'map', key: ${typeDescriptorText(module, type.key)}, value: ${typeDescriptorText(module, type.value)} }`;
    case 'enum':
      return `{ kind: 'enum', enum: ${enumName(type.name)} }`;
    case 'struct':
      return `{ kind: 'struct', struct: () => ${structName(type.name)} }`;
    default:
      return `{ kind: '${type.kind}' }`;
  }
}

/** Types first by file, then the values, as they are used: a struct's type and its descriptor, an enum's descriptor. */
function importsText(module: IdlModule): string {
  const used = new Map<string, Set<string>>();
  const use = (file: string, name: string): unknown => used.set(file, (used.get(file) ?? new Set()).add(name));
  for (const definition of module.definitions) {
    use('../descriptor.ts', definition.kind === 'enum' ? 'type EnumDescriptor' : 'type StructDescriptor');
    if (definition.kind === 'enum') continue;
    for (const field of definition.fields) {
      for (const reference of references(field.type)) {
        if (reference.module === module.name) continue;
        use(`./${reference.module}.ts`, `type ${reference.name}`);
        use(
          `./${reference.module}.ts`,
          reference.kind === 'enum' ? enumName(reference.name) : structName(reference.name),
        );
      }
    }
  }
  const lines = [...used].sort().map(([file, names]) => importText(file, [...names]));
  return `${lines.join('')}\n`;
}

function importText(file: string, names: readonly string[]): string {
  const plain = (name: string): string => name.replace(/^type /, '');
  const sorted = [...names].sort((left, right) => plain(left).localeCompare(plain(right), 'en'));
  if (!sorted.every((name) => name.startsWith('type '))) return wrapped(`import { `, sorted, ` } from '${file}';\n`);
  return wrapped(`import type { `, sorted.map(plain), ` } from '${file}';\n`);
}

function wrapped(before: string, names: readonly string[], after: string): string {
  const line = `${before}${names.join(', ')}${after}`;
  if (line.length <= 121) return line;
  return `${before.trimEnd()}\n${names.map((name) => `  ${name},\n`).join('')}${after.trimStart()}`;
}

function references(type: IdlType): readonly (IdlType & { kind: 'enum' | 'struct' })[] {
  switch (type.kind) {
    case 'list':
      return references(type.element);
    case 'map':
      return [...references(type.key), ...references(type.value)];
    case 'enum':
    case 'struct':
      return [type];
    default:
      return [];
  }
}

function comment(indent: string, text: string | null): string {
  return text === null ? '' : `${indent}/** ${text} */\n`;
}

function enumName(name: string): string {
  return `${camelCase(name)}Enum`;
}

function structName(name: string): string {
  return `${camelCase(name)}Struct`;
}

/** `GroupBy` -> `groupBy`, `TDataType` -> `tDataType`. */
function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
