import { type DataType, IsochronError } from '@isochron/schema';
import { type DataField, DataKind, type TDataType } from './generated/api.ts';

/** Kinds that need nothing but their name. */
const simpleKinds = {
  boolean: DataKind.BOOLEAN,
  byte: DataKind.BYTE,
  short: DataKind.SHORT,
  int: DataKind.INT,
  long: DataKind.LONG,
  float: DataKind.FLOAT,
  double: DataKind.DOUBLE,
  string: DataKind.STRING,
  binary: DataKind.BINARY,
  date: DataKind.DATE,
  timestamp: DataKind.TIMESTAMP,
} as const;

type SimpleKind = keyof typeof simpleKinds;

const simpleNames = new Map<DataKind, SimpleKind>(
  // Object.entries forgets that its names are the object's keys.
  Object.entries(simpleKinds).map(([name, kind]) => [kind, name as SimpleKind]),
);

/** A type as Thrift has it: containers have named parameters, and a decimal has two, named by its precision and its scale. */
export function dataTypeToThrift(type: DataType): TDataType {
  switch (type.kind) {
    case 'list':
      return { kind: DataKind.LIST, params: [field('elem', type.element)] };
    case 'map':
      return { kind: DataKind.MAP, params: [field('key', type.key), field('value', type.value)] };
    case 'struct':
      return { kind: DataKind.STRUCT, params: type.fields.map((each) => field(each.name, each.type)), name: type.name };
    case 'decimal':
      return { kind: DataKind.DECIMAL, params: [{ name: String(type.precision) }, { name: String(type.scale) }] };
    default:
      return { kind: simpleKinds[type.kind] };
  }
}

/**
 * The type that Thrift has. Parameters of lists and maps go by their place, as in the existing system, whatever their names. Throws
 * INVALID_ARGUMENT for a type with the wrong parameters: a list needs 1, a map 2, a decimal 2, a struct at least 1.
 */
export function dataTypeFromThrift(type: TDataType): DataType {
  const simple = simpleNames.get(type.kind);
  if (simple !== undefined) return { kind: simple };
  const params = type.params ?? [];
  switch (type.kind) {
    case DataKind.LIST: {
      const [element] = exactly(1, 'LIST', params);
      return { kind: 'list', element: typeOf(element) };
    }
    case DataKind.MAP: {
      const [key, value] = exactly(2, 'MAP', params);
      return { kind: 'map', key: typeOf(key), value: typeOf(value) };
    }
    case DataKind.DECIMAL:
      return decimal(exactly(2, 'DECIMAL', params));
    case DataKind.STRUCT:
      if (params.length === 0) throw invalid(`The STRUCT ${type.name ?? ''} has no fields. Give it one at least.`);
      return {
        kind: 'struct',
        name: type.name ?? '',
        fields: params.map((each) => ({ name: nameOf(each), type: typeOf(each) })),
      };
    default:
      throw invalid(`${type.kind} is not a number of the enum DataKind.`);
  }
}

function field(name: string, type: DataType): DataField {
  return { name, dataType: dataTypeToThrift(type) };
}

function exactly(count: number, kind: string, params: readonly DataField[]): readonly DataField[] {
  if (params.length === count) return params;
  throw invalid(`A ${kind} has ${count} parameter${count === 1 ? '' : 's'}, and this one has ${params.length}.`);
}

function decimal(params: readonly DataField[]): DataType {
  const [precision, scale] = params.map((each) => (/^\d+$/.test(nameOf(each)) ? Number(each.name) : Number.NaN));
  if (
    precision !== undefined &&
    scale !== undefined &&
    precision >= 1 &&
    precision <= 38 &&
    scale >= 0 &&
    scale <= precision
  ) {
    return { kind: 'decimal', precision, scale };
  }
  const found = params.map((each) => `'${nameOf(each)}'`).join(' and ');
  throw invalid(
    `The parameters of a DECIMAL are named by its precision (1 to 38) and its scale (0 to the precision), not ${found}.`,
  );
}

function typeOf(param: DataField | undefined): DataType {
  if (param?.dataType === undefined) throw invalid(`The parameter '${param?.name ?? ''}' of a type has no dataType.`);
  return dataTypeFromThrift(param.dataType);
}

function nameOf(param: DataField): string {
  return param.name ?? '';
}

function invalid(message: string): IsochronError {
  return new IsochronError('INVALID_ARGUMENT', message);
}
