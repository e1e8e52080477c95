/** One .thrift file, as far as ours use the language. Order is the file's. */
export interface IdlModule {
  /** The file's name without its ending. */
  readonly name: string;
  readonly definitions: readonly IdlDefinition[];
}

export type IdlDefinition = IdlEnum | IdlStruct;

export interface IdlEnum {
  readonly kind: 'enum';
  readonly name: string;
  readonly comment: string | null;
  readonly members: readonly { readonly name: string; readonly value: number; readonly comment: string | null }[];
}

export interface IdlStruct {
  readonly kind: 'struct' | 'union';
  readonly name: string;
  readonly comment: string | null;
  /** By ascending id. */
  readonly fields: readonly IdlField[];
}

export interface IdlField {
  readonly id: number;
  readonly name: string;
  readonly comment: string | null;
  readonly requiredness: 'required' | 'optional' | 'default';
  readonly type: IdlType;
  readonly defaultValue: number | string | boolean | null;
}

export type IdlType =
  | { readonly kind: 'bool' | 'byte' | 'i16' | 'i32' | 'i64' | 'double' | 'string' | 'bytes' }
  | { readonly kind: 'list'; readonly element: IdlType }
  | { readonly kind: 'map'; readonly key: IdlType; readonly value: IdlType }
  /** A definition of this module or, with its name, of another. */
  | { readonly kind: 'enum' | 'struct'; readonly module: string; readonly name: string };
