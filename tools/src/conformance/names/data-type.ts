import { avroSchemaOf } from '@isochron/avro';
import { type DataType, typeText } from '@isochron/schema';
import {
  dataTypeFromThrift,
  dataTypeToThrift,
  fromJson,
  isJsonObject,
  type JsonValue,
  parseJson,
  problemText,
  tDataTypeStruct,
  toJson,
} from '@isochron/thrift';
import { type Case, objectAt, textAt } from '../case-file.ts';
import { bytes } from '../departures/index.ts';
import { sameJson } from '../same-json.ts';
import { allOf, failed, passed, sameText, type Verdict } from '../verdict.ts';

/** A type's text, its Thrift there and back, and its Avro schema without nullable elements. */
export function dataType(from: Case): Verdict {
  const thrift = objectAt(from, 'thriftJson');
  const reading = fromJson(tDataTypeStruct, thrift);
  if (reading.kind === 'refused') return failed('a type', reading.problems.map(problemText).join('; '));
  const type = dataTypeFromThrift(reading.value);
  return allOf([
    sameText('text', textAt(from, 'string'), typeText(type)),
    sameJson('thrift', thrift, parseJson(toJson(tDataTypeStruct, dataTypeToThrift(type)))),
    avroVerdict(type, from['avro'] ?? null),
  ]);
}

function avroVerdict(type: DataType, theirs: JsonValue): Verdict {
  if (isJsonObject(theirs) && 'error' in theirs) return passed(bytes.moreAvro);
  const ours = avroSchemaOf(type, type.kind === 'struct' ? type.name : 'Value', { nullableElements: false });
  return sameJson('avro', theirs, ours as unknown as JsonValue);
}
