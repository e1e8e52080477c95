import { expect, it } from 'vitest';
import { castRows, functionRows } from './index.ts';

it('what is declared proven has a text for DuckDB', () => {
  const functions = functionRows.flatMap(({ name, signatures }) =>
    signatures.map(({ text, pushdown, duckdb }) => ({ what: name + text, pushdown, duckdb })),
  );
  const casts = castRows.map(({ from, to, pushdown, duckdb }) => ({ what: `${from}->${to}`, pushdown, duckdb }));
  const empty = [...functions, ...casts].filter(({ pushdown, duckdb }) => pushdown === 'proven' && duckdb === null);
  expect(empty.map(({ what }) => what)).toEqual([]);
});
