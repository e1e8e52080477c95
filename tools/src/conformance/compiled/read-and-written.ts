import { readFileSync } from 'node:fs';
import { fromJson, parseJson, problemText, type StructDescriptor, toPrettyJson } from '@isochron/thrift';
import { sameJson } from '../same-json.ts';
import { failed, type Verdict } from '../verdict.ts';

/** Whether a compiled file, read and written again, is the same JSON value: no field is lost, not those that we do not know either. */
export function readAndWritten<T extends object>(struct: StructDescriptor<T>, path: string): Verdict {
  const text = readFileSync(path, 'utf8');
  const json = parseJson(text);
  const reading = fromJson(struct, json);
  if (reading.kind === 'refused') return failed(`a ${struct.name}`, reading.problems.map(problemText).join('; '));
  const options = reading.fork === null ? {} : { fork: reading.fork };
  return sameJson(struct.name, json, parseJson(toPrettyJson(struct, reading.value, options)));
}

/** The value of a compiled file; one that is refused throws. */
export function readIn<T extends object>(struct: StructDescriptor<T>, path: string): T {
  const reading = fromJson(struct, parseJson(readFileSync(path, 'utf8')));
  if (reading.kind === 'refused') throw new TypeError(reading.problems.map(problemText).join('; '));
  return reading.value;
}
