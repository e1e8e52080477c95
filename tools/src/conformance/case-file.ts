import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { isJsonObject, type JsonObject, type JsonValue, parseJson } from '@isochron/thrift';

/** One answer of the existing system, a line of a case file. */
export type Case = JsonObject;

/** The cases of a `.jsonl.gz` file. A line that is not a JSON object is an error that names it. */
export function readCases(path: string): readonly Case[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [caseOf(line, `${path}:${index + 1}`)]));
}

function caseOf(line: string, place: string): Case {
  const json = parseJson(line);
  if (!isJsonObject(json)) throw new Error(`${place} is not a JSON object, and a case is one.`);
  return json;
}

/** A text that every case of its kind has; another value is a fault of the file and throws. */
export function textAt(from: JsonObject, name: string): string {
  const value = from[name];
  if (typeof value !== 'string') throw misshapen(name, 'a text', value);
  return value;
}

export function numberAt(from: JsonObject, name: string): number {
  const value = from[name];
  if (typeof value !== 'number') throw misshapen(name, 'a number', value);
  return value;
}

export function listAt(from: JsonObject, name: string): readonly JsonValue[] {
  const value = from[name];
  if (!isList(value)) throw misshapen(name, 'a list', value);
  return value;
}

export function objectAt(from: JsonObject, name: string): JsonObject {
  const value = from[name];
  if (value === undefined || !isJsonObject(value)) throw misshapen(name, 'an object', value);
  return value;
}

/** A list of numbers, such as instants. */
export const numbersAt = (from: JsonObject, name: string): readonly number[] => listAt(from, name).map(Number);

/** A list of texts. */
export const textsAt = (from: JsonObject, name: string): readonly string[] => listAt(from, name).map(String);

/** Array.isArray does not narrow a readonly array. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** JSON for people, with the digits of large integers. */
export function jsonText(value: JsonValue | undefined): string {
  if (typeof value === 'bigint') return value.toString();
  if (isList(value)) return `[${value.map(jsonText).join(',')}]`;
  if (value === undefined || !isJsonObject(value)) return String(JSON.stringify(value));
  const fields = Object.entries(value).map(([name, content]) => `${JSON.stringify(name)}:${jsonText(content)}`);
  return `{${fields.join(',')}}`;
}

function misshapen(name: string, wanted: string, found: JsonValue | undefined): Error {
  return new Error(`the case's "${name}" must be ${wanted} and is ${jsonText(found)}`);
}
