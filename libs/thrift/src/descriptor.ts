/**
 * What the codecs know of a struct: the IDL as values. Generated code makes one descriptor a struct, union and enum; a codec walks
 * them, and there is no generated codec.
 */
export interface StructDescriptor<T> {
  readonly name: string;
  /** A union has exactly one of its fields. */
  readonly kind: 'struct' | 'union';
  /** By ascending id. */
  readonly fields: readonly FieldDescriptor[];
  /** Never there: it ties the type to the descriptor, so that reading by a descriptor gives the right type. */
  readonly type?: T;
}

export interface FieldDescriptor {
  readonly id: number;
  readonly name: string;
  readonly type: TypeDescriptor;
  /** Only `required` fields are asked for; the other two differ in other languages, not here. */
  readonly requiredness: 'required' | 'optional' | 'default';
  /** What an unset field means. Codecs neither fill it in nor leave it out: a value reads back as it was written. */
  readonly defaultValue?: number | string | boolean;
}

export type TypeDescriptor =
  | { readonly kind: 'bool' | 'byte' | 'i16' | 'i32' | 'i64' | 'double' | 'string' }
  /** `list<byte>` of the IDL, a `Uint8Array` in JavaScript. */
  | { readonly kind: 'bytes' }
  | { readonly kind: 'enum'; readonly enum: EnumDescriptor }
  | { readonly kind: 'list'; readonly element: TypeDescriptor }
  | { readonly kind: 'map'; readonly key: TypeDescriptor; readonly value: TypeDescriptor }
  /** A function, because structs may hold one another. */
  | { readonly kind: 'struct'; readonly struct: () => StructDescriptor<unknown> };

export interface EnumDescriptor {
  readonly name: string;
  readonly numbers: Readonly<Record<string, number>>;
}
