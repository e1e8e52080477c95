import { bytesOfText, type CellView, copyOfBytes, textOfBytes } from '@isochron/kv';

/**
 * What the one cell of a batch row says. `value`: Avro bytes, by the schema in the generation's serving info. `refusal`: that there is none, and why, in a sentence
 * (it is larger than a cell may be; a sum leaves 64 bits): the features of this key are ERROR, which is not what a row that is missing means.
 */
export type BatchValue =
  | { readonly kind: 'value'; readonly bytes: Uint8Array }
  | { readonly kind: 'refusal'; readonly reason: string };

/** Under which qualifier a cell says which. */
export const valueQualifier: Uint8Array = bytesOfText('v');
export const refusalQualifier: Uint8Array = bytesOfText('x');

/** True where a cell in view holds Avro bytes, from `valueStart` to `valueEnd`: they can be decoded where they lie. */
export const isValue = ({ bytes, qualifierStart, qualifierEnd }: CellView): boolean =>
  qualifierEnd === qualifierStart + 1 && bytes[qualifierStart] === valueQualifier[0];

/** What a cell in view says, as a copy. */
export function batchValueOf(cell: CellView): BatchValue {
  const bytes = copyOfBytes(cell.bytes, cell.valueStart, cell.valueEnd);
  return isValue(cell) ? { kind: 'value', bytes } : { kind: 'refusal', reason: textOfBytes(bytes) };
}

/** Qualifier and value of the cell that says it. */
export function batchCellOf(value: BatchValue): { readonly qualifier: Uint8Array; readonly value: Uint8Array } {
  return value.kind === 'value'
    ? { qualifier: valueQualifier, value: value.bytes }
    : { qualifier: refusalQualifier, value: bytesOfText(value.reason) };
}
