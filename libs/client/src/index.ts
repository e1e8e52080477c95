export type { ClientTls } from '@isochron/rpc';
export { Answer, type AnswerPart, type FeatureStatus } from './answer.ts';
export type { Columns, ColumnValue, Features, FeatureValue } from './column-values.ts';
export type { FetcherCalls } from './fetcher-calls.ts';
export * from './fetcher-client.ts';
export type { RequestRow } from './request-columns.ts';
