import { describe, expect, it } from 'vitest';
import { sqlTables } from './sql-tables.ts';

describe('the tables that a query reads', () => {
  it.each([
    ['one', 'SELECT a FROM ns.t WHERE ds = {{ start_date }}', ['ns.t']],
    ['joined', 'SELECT * FROM a JOIN b.c ON a.k = c.k LEFT OUTER JOIN `p-1.d.e` USING (k)', ['a', 'b.c', 'p-1.d.e']],
    ['between commas', 'SELECT a, b FROM t x, u AS y, ns.v WHERE a IN (1, 2)', ['t', 'u', 'ns.v']],
    ['in subqueries', 'SELECT * FROM (SELECT a FROM t) s WHERE EXISTS (SELECT 1 FROM u WHERE u.a = s.a)', ['t', 'u']],
    [
      'behind names of WITH',
      'WITH x AS (SELECT * FROM t), y AS (SELECT * FROM x) SELECT * FROM y JOIN u ON 1 = 1',
      ['t', 'u'],
    ],
    ['in both sides of a union', 'select a from t union all select a from u', ['t', 'u']],
    ['each once', 'SELECT * FROM t JOIN t AS other ON t.a = other.a', ['t']],
    ['with quoted parts', 'SELECT * FROM `p`.`d`.`t`', ['p.d.t']],
    ['behind names of WITH with columns', 'WITH x (a, b) AS (SELECT * FROM t) SELECT * FROM x', ['t']],
    ['after a condition', 'SELECT * FROM t JOIN u ON t.a = f(u.a, 1), v', ['t', 'u', 'v']],
    ['in parentheses', 'SELECT * FROM (t JOIN (u) ON t.a = u.a)', ['t', 'u']],
    [
      'in pipes',
      'FROM t |> EXTEND a AS b, c AS d |> JOIN u USING (k) |> SELECT a, (FROM v |> AGGREGATE MAX(a))',
      ['t', 'u', 'v'],
    ],
    ['that are not arrays of those before', 'SELECT * FROM ns.t AS s, s.list AS x, x.inner, t.other, u', ['ns.t', 'u']],
    ['that are not arrays of subqueries', 'SELECT * FROM (SELECT * FROM t) AS s, s.list, ns.u', ['t', 'ns.u']],
    ['of a dataset that is called like a column', 'SELECT MAX(a) AS ns, b AS t FROM ns.t, t.u', ['ns.t']],
  ])('%s', (_, query, tables) => expect(sqlTables(query)).toEqual(tables));

  it.each([
    ['EXTRACT', 'SELECT EXTRACT(DAY FROM at), EXTRACT(WEEK(MONDAY) FROM at) FROM t'],
    ['names of WITH, where FROM comes first', 'WITH x AS (SELECT * FROM t) FROM x |> SELECT a'],
    ['TRIM', "SELECT TRIM(BOTH 'x' FROM name) FROM t"],
    ['TRIM of a text alone', "SELECT TRIM('x' FROM name), SUBSTRING('abc' FROM 2) FROM t"],
    ['IS DISTINCT FROM', 'SELECT a FROM t WHERE a IS DISTINCT FROM b'],
    ['functions of tables', 'SELECT * FROM t, UNNEST(t.list) AS x, generate_series(1, 3)'],
    ['texts', "SELECT ' FROM u ' FROM t"],
    ['comments', 'SELECT a -- FROM u\nFROM t /* JOIN v */'],
    ['commas elsewhere', 'SELECT COALESCE(a, b), c FROM t GROUP BY a, b ORDER BY a, c'],
  ])('not those of %s', (_, query) => expect(sqlTables(query)).toEqual(['t']));
});
