import {
  type Comment,
  type ConstValue,
  type EnumDefinition,
  type FieldDefinition,
  type FunctionType,
  parse,
  type StructDefinition,
  SyntaxType,
  type ThriftStatement,
  type UnionDefinition,
} from '@creditkarma/thrift-parser';
import type { IdlDefinition, IdlField, IdlModule, IdlType } from './idl.ts';

/** File name -> text of every .thrift file, which may include one another. */
export type IdlSources = Readonly<Record<string, string>>;

/**
 * Parses a set of .thrift files and settles their names. What our files do not use of the language (services, constants, typedefs,
 * sets, exceptions) is refused, like anything else that is wrong: by an Error that names the file and the line.
 */
export function parseIdl(sources: IdlSources): readonly IdlModule[] {
  const statements = new Map(Object.entries(sources).map(([file, text]) => [file, parseFile(file, text)]));
  const kinds = new Map([...statements].flatMap(([file, body]) => [...namesOf(file, body)]));
  return [...statements].map(([file, body]) => {
    const scope = new Scope(file, kinds);
    return { name: moduleName(file), definitions: body.flatMap((statement) => scope.definition(statement)) };
  });
}

const scalars = {
  [SyntaxType.BoolKeyword]: 'bool',
  [SyntaxType.ByteKeyword]: 'byte',
  [SyntaxType.I8Keyword]: 'byte',
  [SyntaxType.I16Keyword]: 'i16',
  [SyntaxType.I32Keyword]: 'i32',
  [SyntaxType.I64Keyword]: 'i64',
  [SyntaxType.DoubleKeyword]: 'double',
  [SyntaxType.StringKeyword]: 'string',
} as const;

type Kinds = ReadonlyMap<string, 'enum' | 'struct'>;

/** Names as one file sees them: its own plainly, those of another file after that file's name and a dot. */
class Scope {
  readonly #file: string;
  readonly #kinds: Kinds;

  constructor(file: string, kinds: Kinds) {
    this.#file = file;
    this.#kinds = kinds;
  }

  definition(statement: ThriftStatement): readonly IdlDefinition[] {
    switch (statement.type) {
      case SyntaxType.IncludeDefinition:
        return [];
      case SyntaxType.EnumDefinition:
        return [this.#enum(statement)];
      case SyntaxType.StructDefinition:
      case SyntaxType.UnionDefinition:
        return [this.#struct(statement)];
      default:
        return this.#refuse(
          statement,
          `${statement.type} is not used by our files, so the generator does not know it.`,
        );
    }
  }

  #enum(definition: EnumDefinition): IdlDefinition {
    const members = definition.members.map((member) => {
      const value = member.initializer?.value.value;
      if (value === undefined) return this.#refuse(member, `${member.name.value} needs a number of its own.`);
      return { name: member.name.value, value: Number(value), comment: this.#comment(member) };
    });
    this.#refuseTwins(
      definition,
      'number',
      members.map((member) => member.value),
    );
    return { kind: 'enum', name: definition.name.value, comment: this.#comment(definition), members };
  }

  #struct(definition: StructDefinition | UnionDefinition): IdlDefinition {
    const fields = definition.fields.map((field) => this.#field(field)).sort((left, right) => left.id - right.id);
    this.#refuseTwins(
      definition,
      'id',
      fields.map((field) => field.id),
    );
    this.#refuseTwins(
      definition,
      'field',
      fields.map((field) => field.name),
    );
    const kind = definition.type === SyntaxType.UnionDefinition ? 'union' : 'struct';
    return { kind, name: definition.name.value, comment: this.#comment(definition), fields };
  }

  #field(field: FieldDefinition): IdlField {
    if (field.fieldID === null) return this.#refuse(field, `The field ${field.name.value} needs an id.`);
    return {
      id: field.fieldID.value,
      name: field.name.value,
      comment: this.#comment(field),
      requiredness: field.requiredness ?? 'default',
      type: this.#type(field.fieldType),
      defaultValue: field.defaultValue === null ? null : this.#defaultValue(field.defaultValue),
    };
  }

  #type(type: FunctionType): IdlType {
    switch (type.type) {
      case SyntaxType.ListType: {
        const element = this.#type(type.valueType);
        return element.kind === 'byte' ? { kind: 'bytes' } : { kind: 'list', element };
      }
      case SyntaxType.MapType: {
        const key = this.#type(type.keyType);
        if (key.kind !== 'string' && key.kind !== 'i32' && key.kind !== 'enum') {
          return this.#refuse(
            type,
            `A map's key is a string, an i32 or an enum, because it is a property's name in JSON.`,
          );
        }
        return { kind: 'map', key, value: this.#type(type.valueType) };
      }
      case SyntaxType.Identifier:
        return this.#reference(type, type.value);
      default: {
        const scalar = (scalars as Readonly<Record<string, (typeof scalars)[keyof typeof scalars]>>)[type.type];
        return scalar === undefined
          ? this.#refuse(type, `${type.type} is not a type our files use.`)
          : { kind: scalar };
      }
    }
  }

  #reference(at: Located, text: string): IdlType & { kind: 'enum' | 'struct' } {
    const full = text.includes('.') ? text : `${moduleName(this.#file)}.${text}`;
    const kind = this.#kinds.get(full);
    if (kind === undefined)
      return this.#refuse(at, `${text} is not defined. Define it, or name it after its file (common.Window).`);
    const [module = '', name = ''] = full.split('.');
    return { kind, module, name };
  }

  /** An enum's member is kept as its name: `DriftMetric.PSI` and `observability.DriftMetric.PSI` are both `PSI`. */
  #defaultValue(value: ConstValue): number | string | boolean {
    switch (value.type) {
      case SyntaxType.StringLiteral:
        return value.value;
      case SyntaxType.BooleanLiteral:
        return value.value;
      case SyntaxType.IntConstant:
      case SyntaxType.DoubleConstant:
        return Number(value.value.value);
      case SyntaxType.Identifier:
        return value.value.slice(value.value.lastIndexOf('.') + 1);
      default:
        return this.#refuse(value, `A default is a number, a text, true, false or a member of an enum.`);
    }
  }

  /**
   * The doc comment right before a definition; what stands before it, such as the comment of the file, is not its. The parser gives a
   * comment after a field without a comma to that field and not to the next, which is refused here rather than printed wrong.
   */
  #comment(
    at: Located & { readonly name: Located & { readonly value: string }; readonly comments: readonly Comment[] },
  ): string | null {
    const last = at.comments.at(-1);
    if (last === undefined) return null;
    if (last.loc.start.index > at.name.loc.start.index) this.#refuse(at, `${at.name.value} needs a comma after it.`);
    const text = typeof last.value === 'string' ? last.value : last.value.join(' ');
    return text.replace(/\s+/g, ' ').trim();
  }

  #refuseTwins(at: Located & { name: { value: string } }, what: string, values: readonly (number | string)[]): void {
    const twin = values.find((value, index) => values.indexOf(value) !== index);
    if (twin !== undefined) this.#refuse(at, `${at.name.value} has the ${what} ${twin} twice.`);
  }

  #refuse(at: Located, message: string): never {
    throw new Error(`thrift/${this.#file}:${at.loc.start.line}: ${message}`);
  }
}

interface Located {
  readonly loc: { readonly start: { readonly line: number; readonly index: number } };
}

function parseFile(file: string, text: string): readonly ThriftStatement[] {
  const parsed = parse(text, { organize: false });
  if (parsed.type === SyntaxType.ThriftDocument) return parsed.body;
  const lines = parsed.errors.map((error) => `thrift/${file}:${error.loc.start.line}: ${error.message}`);
  throw new Error(lines.join('\n'));
}

function* namesOf(file: string, body: readonly ThriftStatement[]): Generator<[string, 'enum' | 'struct']> {
  for (const statement of body) {
    if (statement.type === SyntaxType.EnumDefinition) yield [`${moduleName(file)}.${statement.name.value}`, 'enum'];
    if (statement.type === SyntaxType.StructDefinition || statement.type === SyntaxType.UnionDefinition) {
      yield [`${moduleName(file)}.${statement.name.value}`, 'struct'];
    }
  }
}

function moduleName(file: string): string {
  return file.replace(/\.thrift$/, '');
}
