import { type AvroSchema, codecOf, dataTypeOf } from '@isochron/avro';
import { type DataType, structType, type Value, valueText } from '@isochron/schema';
import { type Case, objectAt, textAt } from '../case-file.ts';
import { hexBytes } from '../cell.ts';
import { type Likeness, sameValue } from '../same-value.ts';
import { failed, passed, type Verdict } from '../verdict.ts';

/**
 * Whether our IR, written in the bytes of the existing system's schema and read back by it, is the IR of the case; and whether what
 * we make of its bytes is. A case without bytes passes: that system could not write them.
 */
export function sameIr(from: Case, irType: DataType, ours: Value, likeness: Likeness): Verdict {
  if (from['irHex'] === undefined) return passed();
  // A JSON object is a schema if Avro says so, which compiling the codec asks.
  const schema = objectAt(from, 'irSchema') as unknown as AvroSchema;
  const column = textAt(from, 'column');
  const theirs = codecOf(dataTypeOf(schema), schema);
  const mine = codecOf(structType('IR', [{ name: column, type: irType }]), schema);
  const expected = theirs.decode(hexBytes(textAt(from, 'irHex')));
  const actual = theirs.decode(mine.encode({ [column]: ours }));
  return sameRecord(theirs.type, expected, actual, likeness)
    ? passed()
    : failed(`IR ${valueText(theirs.type, expected)}`, `IR ${valueText(theirs.type, actual)}`);
}

/** The record has one field, whose order or lack of it is what `likeness` speaks of. */
function sameRecord(type: DataType, expected: Value, actual: Value, likeness: Likeness): boolean {
  if (type.kind !== 'struct') return false;
  const of = (record: Value, name: string) => (record as { readonly [field: string]: Value })[name] ?? null;
  return type.fields.every((field) =>
    sameValue(field.type, of(expected, field.name), of(actual, field.name), likeness),
  );
}
