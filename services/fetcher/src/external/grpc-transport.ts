import { type ClientTls, call, createClient } from '@isochron/rpc';
import { type Column, ExternalSourceClient, type FetchResponse } from '@isochron/rpc/external';
import { type Field, IsochronError } from '@isochron/schema';
import { certificatesIn } from './certificates.ts';
import type { GrpcSourceConfig } from './config.ts';
import { givenOf, givenRows, misshapen } from './given-rows.ts';
import { columnOf, itemReaderOf, listOf } from './grpc-values.ts';
import type { Batch, Given, GivenRow, Transport } from './transport.ts';

/** Calls `isochron.external.v1.ExternalSource/Fetch`. The deadline goes with the call, as gRPC has it. */
export function grpcTransport(service: string, { address, answerBytesMax, tls }: GrpcSourceConfig): Transport {
  const client = createClient(ExternalSourceClient, address, { answerBytesMax, tls: clientTlsOf(tls) });
  return {
    fetch: async (batch, { signal, timeoutMs, headers }) => {
      const { rows, keys, columns, fields } = batch;
      const request = {
        source: service,
        rows,
        keys: Object.fromEntries(keys.map(({ name, type }, key) => [name, columnOf(type, columns[key] ?? [])])),
        fields: fields.map(({ name }) => name),
      };
      const settings = { timeoutMs, attemptsMax: 1, signal, headers };
      const response = await call(client, client.fetch, request, settings).catch((thrown: unknown) => {
        throw callError(service, thrown);
      });
      return rowsOf(service, batch, response);
    },
    close: async () => client.close(),
  };
}

function clientTlsOf(tls: GrpcSourceConfig['tls']): ClientTls | null {
  if (tls === undefined) return null;
  return { authority: tls.certificates === undefined ? null : certificatesIn(tls.certificates) };
}

function rowsOf(service: string, batch: Batch, { columns, notFound, errors }: FetchResponse): readonly GivenRow[] {
  const unknown = new Set(notFound);
  return givenRows(service, batch, {
    isFound: (row) => !unknown.has(row),
    errorOf: (row) => errors[row] ?? null,
    columnOf: (at) => {
      const field = batch.fields[at] as Field;
      const column = Object.hasOwn(columns, field.name) ? columns[field.name] : undefined;
      return column === undefined
        ? misshapen(service, field.name, 'no column', batch.rows)
        : valuesOf(service, field, column, batch.rows, (row) => unknown.has(row) || errors[row] !== undefined);
    },
  });
}

function valuesOf(
  service: string,
  { name, type }: Field,
  column: Column,
  rows: number,
  isLeftOut: (row: number) => boolean,
): readonly Given[] | IsochronError {
  const items = listOf(type, column);
  const nulls = new Set(column.nulls);
  if (items.length !== rows && nulls.size !== rows)
    return misshapen(service, name, `${items.length} values of its type`, rows);
  const read = itemReaderOf(type);
  return Array.from({ length: rows }, (_, row): Given => {
    return nulls.has(row) || isLeftOut(row) ? null : givenOf(service, name, () => read(items[row]));
  });
}

function callError(service: string, thrown: unknown): unknown {
  if (!(thrown instanceof IsochronError)) return thrown;
  return new IsochronError(thrown.code, `The external service "${service}" failed: ${thrown.message}`, thrown);
}
