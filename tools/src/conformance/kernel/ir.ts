import { operationOf } from '@isochron/aggregation';
import { type AvroSchema, codecOf } from '@isochron/avro';
import { structType, type Value, valueText } from '@isochron/schema';
import { type Case, objectAt, textAt } from '../case-file.ts';
import { hexBytes } from '../cell.ts';
import { sameValue } from '../same-value.ts';
import { failed, passed, type Verdict } from '../verdict.ts';
import type { Column, ColumnCase } from './column.ts';
import { irLikeness, valueLikeness } from './likeness.ts';
import { isWithinBound } from './naive.ts';
import { sameState } from './same-state.ts';

/**
 * Whether the state in `slot`, written with the existing system's schema and read back, is the IR of the case; and whether its bytes,
 * read into a state of ours, have the value of that slot. A case without bytes passes: that system could not write them.
 */
export function sameIr(from: Case, of: ColumnCase, column: Column, slot: number): Verdict {
  if (from['irHex'] === undefined) return passed();
  const name = textAt(from, 'column');
  // A JSON object is a schema if Avro says so, which compiling the codec asks.
  const schema = objectAt(from, 'irSchema') as unknown as AvroSchema;
  const { ir: irType, output } = column.bound;
  const codec = codecOf(structType('IR', [{ name, type: irType }]), schema);
  const field = (record: Value): Value => (record as { readonly [field: string]: Value })[name] ?? null;
  const theirs = field(codec.decode(hexBytes(textAt(from, 'irHex'))));
  const ours = field(codec.decode(codec.encode({ [name]: column.ir(slot) })));

  const read = column.slot();
  column.write(read, theirs);
  const [wanted, found] = [column.value(slot), column.value(read)];
  const isSame = sameValue(output, wanted, found, valueLikeness(of.operation, of.rows));
  if (!isSame && !(operationOf(of.operation).isNear !== undefined && isWithinBound(of, output, found))) {
    return failed(valueText(output, wanted), `read from its IR, ${valueText(output, found)}`);
  }
  return sameState(column.bound, theirs, ours, irLikeness(of.operation, of.rows));
}
