import { described } from '@isochron/service';
import { z } from 'zod';
import { columnsBody } from './schemas.ts';

const path = { '*': 'The name, as flights/training.lateness__1.' };
const keyObjects = z.array(z.record(z.string(), z.unknown()));

export const FETCH_V1 = described({
  summary: 'Vectors for objects of keys.',
  path,
  body: keyObjects,
  answer: 'A result for each object of keys, with its features by name.',
});
export const FETCH_V2 = described({
  summary: 'Vectors for objects of keys, as Avro in base64.',
  path,
  body: keyObjects,
  answer: 'A result for each object of keys, with its features as a record of the schema.',
});
export const FETCH_V3 = described({
  summary: 'Vectors for columns of keys.',
  path,
  body: columnsBody,
  answer:
    'Rows of values and of statuses (numbers of isochron.fetcher.v1.Status) in the order of the names, and what is to be said of each part. Whole numbers beyond 2^53 - 1 either way are strings of digits, here and in requests.',
});
export const SCHEMA_V3 = described({
  summary: 'What a Join or a GroupBy takes and gives.',
  path,
  answer: 'isochron.fetcher.v1.Schema',
});
export const SCHEMA_V1 = described({
  summary: "A Join's keys and features as Avro schemas; the path ends in /schema.",
  path,
  answer: 'Names, schemas as texts, and which part each feature is of.',
});
export const JOINS_V1 = described({
  summary: 'The Joins that are served and that the caller may read.',
  answer: 'Their names, as joinNames.',
});
export const PING = described({ summary: 'Whether anybody answers.', answer: 'Pong!' });
