import { described } from '@isochron/service';
import { z } from 'zod';
import { columnsBody } from './schemas.ts';

const named = { rest: ':name', path: { name: 'As flights/training.lateness__1, or flights.training.lateness__1.' } };
const keyObjects = z.array(z.record(z.string(), z.unknown()));

export const FETCH_V1 = described({
  ...named,
  summary: 'Vectors for objects of keys.',
  body: keyObjects,
  answer: 'A result for each object of keys, with its features by name.',
});
export const FETCH_V2 = described({
  ...named,
  summary: 'Vectors for objects of keys, as Avro in base64.',
  body: keyObjects,
  answer: 'A result for each object of keys, with its features as a record of the schema.',
});
export const FETCH_V3 = described({
  ...named,
  summary: 'Vectors for columns of keys.',
  body: columnsBody,
  answer: 'Rows of values and of statuses in the order of the names, and what is to be said of each part.',
});
export const SCHEMA_V3 = described({
  ...named,
  summary: 'What a Join or a GroupBy takes and gives.',
  answer: 'isochron.fetcher.v1.Schema',
});
export const SCHEMA_V1 = described({
  ...named,
  rest: ':name/schema',
  summary: "A Join's keys and features as Avro schemas.",
  answer: 'Names, schemas as texts, and which part each feature is of.',
});
export const JOINS_V1 = described({
  summary: 'The Joins that are served and that the caller may read.',
  answer: 'Their names, as joinNames.',
});
export const PING = described({ summary: 'Whether anybody answers.', answer: 'Pong!' });
