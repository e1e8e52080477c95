import { bytesOfText, type CellView, copyOfBytes, textOfBytes } from '@isochron/kv';
import { type BatchCellNames, type CellName, isNamed } from './cell-name.ts';

/**
 * What a batch generation has of a key. `value`: Avro bytes, by the schema in the generation's serving info. `refusal`: that there is none, and why, in a sentence
 * (it is larger than a cell may be; a sum leaves 64 bits): the features of this key are ERROR, which is not what a row without a cell of the generation means.
 */
export type BatchValue =
  | { readonly kind: 'value'; readonly bytes: Uint8Array }
  | { readonly kind: 'refusal'; readonly reason: string };

/** What a cell in view says, as a copy; null where it is of another generation, or holds tiles. */
export function batchValueOf(cell: CellView, names: BatchCellNames): BatchValue | null {
  if (isNamed(cell, names.value))
    return { kind: 'value', bytes: copyOfBytes(cell.bytes, cell.valueStart, cell.valueEnd) };
  return isNamed(cell, names.refusal) ? { kind: 'refusal', reason: refusalIn(cell) } : null;
}

/** The reason in a cell that holds a refusal. */
export const refusalIn = ({ bytes, valueStart, valueEnd }: CellView): string =>
  textOfBytes(copyOfBytes(bytes, valueStart, valueEnd));

/** Qualifier and value of the cell that says it. */
export function batchCellOf(
  names: BatchCellNames,
  value: BatchValue,
): { readonly qualifier: CellName; readonly value: Uint8Array } {
  return value.kind === 'value'
    ? { qualifier: names.value, value: value.bytes }
    : { qualifier: names.refusal, value: bytesOfText(value.reason) };
}
