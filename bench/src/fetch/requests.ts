import { bytesOfText } from '@isochron/kv';
import { Column, FetchJoinRequest } from '@isochron/rpc/fetcher';
import type { BenchJoin } from './definitions.ts';

export interface Asked {
  /** Of each request. */
  readonly rows: number;
  /** How many requests there are, of different keys all over the table. */
  readonly requests: number;
  /** Not given: now. */
  readonly atMs?: number;
  /** Of the schema that the caller has; names are left out of the answer then. */
  readonly schemaHash?: string;
}

/** Requests as they go over gRPC. */
export function grpcBodies(join: BenchJoin, { rows, requests, atMs, schemaHash = '' }: Asked): readonly Uint8Array[] {
  return numbersOf(join, rows, requests).map((numbers) => {
    const keys: Record<string, Column> = {};
    for (const { plan, keyOf } of join.groupBys) {
      const values = numbers.map(keyOf);
      const strings = values.filter((value) => typeof value === 'string');
      const longs = values.filter((value) => typeof value === 'number').map(String);
      keys[plan.keys[0]?.name ?? ''] = Column.create({ strings, longs });
    }
    const request = FetchJoinRequest.create({
      join: join.name,
      rows,
      keys,
      schemaHash,
      features: [],
      ...(atMs !== undefined && { atMs }),
    });
    return FetchJoinRequest.encode(request).finish();
  });
}

/** Requests as they go over HTTP: an array of objects of keys. */
export function httpBodies(join: BenchJoin, { rows, requests }: Asked): readonly Uint8Array[] {
  return numbersOf(join, rows, requests).map((numbers) => {
    const objects = numbers.map((number) =>
      Object.fromEntries(join.groupBys.map(({ plan, keyOf }) => [plan.keys[0]?.name ?? '', keyOf(number)])),
    );
    return bytesOfText(JSON.stringify(objects));
  });
}

/** A prime, so that rows that are asked one after the other are far apart in the store. */
const STEP = 7919;

const numbersOf = ({ keys }: BenchJoin, rows: number, requests: number): readonly (readonly number[])[] =>
  Array.from({ length: requests }, (_, request) =>
    Array.from({ length: rows }, (__, row) => ((request * rows + row) * STEP) % keys),
  );
