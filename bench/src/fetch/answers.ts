import { FetchResponse, Status } from '@isochron/rpc/fetcher';
import type { BenchJoin } from './definitions.ts';

/** Every key is there; windows of an hour are empty for who asks for now some hours after the last event. */
const PRESENT_SHARE_MIN = 0.8;

/** Throws unless an answer over gRPC holds what is measured: values, not errors. Answers the hash of its schema. */
export function checkedAnswer(bytes: Uint8Array, join: BenchJoin, rows: number): string {
  const { schemaHash, doubles, longs, strings, bools, blobs, values, parts } = FetchResponse.decode(bytes);
  const statuses = [doubles, longs, strings, bools, blobs, values].flatMap((block) => [...(block?.statuses ?? [])]);
  const present = statuses.filter((status) => status === Status.STATUS_PRESENT || status === Status.STATUS_APPROXIMATE);
  const why = parts.map(({ name, fault }) => `${name}: ${fault?.message ?? 'no fault'}`).join('; ');
  check(join, { rows, values: statuses.length, present: present.length, why });
  return schemaHash;
}

interface JsonAnswer {
  readonly results?: readonly { readonly status: string; readonly features?: Readonly<Record<string, unknown>> }[];
}

/** The same of an answer over HTTP, whose features go by their names. Nobody asks for its schema. */
export function checkedJson(bytes: Uint8Array, join: BenchJoin, rows: number): string {
  const text = Buffer.from(bytes).toString('utf8');
  // Of whatever is not such an answer no value is found.
  const { results = [] } = JSON.parse(text) as JsonAnswer;
  const values = results.flatMap(({ features = {} }) => Object.values(features));
  const present = values.filter((value) => value !== null);
  check(join, { rows, values: values.length, present: present.length, why: text.slice(0, 300) });
  return '';
}

interface Found {
  readonly rows: number;
  readonly values: number;
  readonly present: number;
  readonly why: string;
}

function check({ name, plan }: BenchJoin, { rows, values, present, why }: Found): void {
  const expected = rows * plan.outputs.length;
  if (values === expected && present >= PRESENT_SHARE_MIN * expected) return;
  throw new Error(`${name} answered ${values} values of ${expected}, ${present} of them present. ${why}`);
}
