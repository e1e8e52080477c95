import { type AvroSchema, avroSchemaOf, codecOf, keyCodecOf } from '@isochron/avro';
import { type Field, structType } from '@isochron/schema';
import { isJsonObject, type JsonValue } from '@isochron/thrift';
import { type Case, isList, jsonText, listAt, objectAt } from '../case-file.ts';
import { decodeCell } from '../cell.ts';
import { bytes as byteDepartures, departureOf } from '../departures/index.ts';
import { sameJson } from '../same-json.ts';
import { typeOfText } from '../type-of-text.ts';
import { allOf, failed, passed, sameText, type Verdict } from '../verdict.ts';

/** The bytes of a key, as the batch job writes it (`upload`) and as a request asks for it (`request`): one for us. */
export function avroKey(from: Case): Verdict {
  const columns = listAt(from, 'fields').map((field): Field => {
    const [name, type] = isList(field) ? field : [];
    return { name: String(name), type: typeOfText(String(type)) };
  });
  // Its dates are objects of a class of its own, which its own encoder refuses.
  if (isError(from['upload'])) return passed(byteDepartures.unwritableKey);
  const cells = listAt(from, 'values');
  const key = Object.fromEntries(
    columns.map(({ name, type }, index) => [name, decodeCell(type, cells[index] ?? null)]),
  );
  const struct = structType('Key', columns);
  const theirSchema = objectAt(from, 'schema');
  const plain = avroSchemaOf(struct, 'Key', { nullableElements: false });
  // A JSON object is a schema if Avro says so, which compiling the codec asks.
  const bytes = codecOf(struct, theirSchema as unknown as AvroSchema).encode(key);
  const hasElements = columns.some(({ type }) => type.kind === 'list' || type.kind === 'map');
  const own = keyCodecOf(columns).encode(key);
  return allOf([
    sameJson('schema', theirSchema, plain as unknown as JsonValue),
    sameText('upload', jsonText(from['upload']), jsonText(hexOf(bytes))),
    hasElements ? passed(byteDepartures.nullElements) : sameText('key', hexOf(bytes), hexOf(own)),
    requestVerdict(from, hexOf(bytes)),
  ]);
}

function requestVerdict(from: Case, ours: string): Verdict {
  if (from['request'] === ours) return passed();
  return typeof from['differs'] === 'string'
    ? passed(departureOf(from['differs']))
    : failed(`request ${jsonText(from['request'])}`, ours);
}

const isError = (value: JsonValue | undefined): boolean =>
  value !== undefined && isJsonObject(value) && 'error' in value;

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
