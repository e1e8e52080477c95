/** The parts of the engine's protocol that we send and read, as proto-loader hands them over: 64-bit integers as text, bytes as Uint8Array. */

export interface LanguageOptions {
  readonly name_resolution_mode: string;
  readonly product_mode: string;
  readonly enabled_language_features: readonly string[];
  readonly supported_statement_kinds: readonly string[];
  readonly reserved_keywords: readonly string[];
}

export interface TypeMessage {
  readonly type_kind: string;
  readonly array_type?: { readonly element_type: TypeMessage } | null;
  readonly struct_type?: { readonly field?: readonly StructFieldMessage[] } | null;
}

export interface StructFieldMessage {
  readonly field_name?: string;
  readonly field_type: TypeMessage;
}

/** `value` names the field that is set; NULL sets none. Which other fields there are is told by it. */
export interface ValueMessage {
  readonly value?: string;
  readonly [field: string]: unknown;
}

/** The answer to a query: one row, a cell a column. */
export interface QueryAnswer {
  readonly content?: {
    readonly table_data?: { readonly row?: readonly { readonly cell?: readonly ValueMessage[] }[] };
  };
  readonly prepared?: { readonly columns?: readonly { readonly type: TypeMessage }[] };
}

/** The numbers that gRPC gives its failures, of those we tell apart. */
export const status = {
  invalidArgument: 3,
  deadlineExceeded: 4,
  outOfRange: 11,
  unimplemented: 12,
  internal: 13,
  unavailable: 14,
} as const;

/** A call that the engine, or the way to it, answered with a failure. */
export class CallError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.name = 'CallError';
    this.code = code;
  }
}
