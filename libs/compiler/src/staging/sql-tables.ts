/**
 * The tables that a query reads, as it writes them, each once and in its order: what stands after FROM and JOIN, and between commas there, but for
 * subqueries, functions of tables, the names that WITH gives, and arrays of tables before them. Macros count as values. No parser of whole queries is asked: a
 * text that is no SQL has the tables that it seems to have.
 */
export function sqlTables(query: string): readonly string[] {
  const tokens = tokensOf(query);
  const pairs = pairsOf(tokens);
  const named = new Set(
    tokens.flatMap((token, at) => (isNamedByWith(tokens, pairs, at) ? [token.text.toLowerCase()] : [])),
  );
  const tables = new Set<string>();
  /** What rows are called from there on: `t` of `ns.t`, `s` of `t AS s`. */
  const rows = new Set<string>();
  const scopes: Scope[] = [{ isQuery: false, isList: false }];
  for (const [at, { text, isWord }] of tokens.entries()) {
    const scope = scopes.at(-1) ?? { isQuery: false, isList: false };
    const word = isWord ? text.toUpperCase() : text;
    if (word === '(') scopes.push({ isQuery: false, isList: false });
    else if (word === ')') {
      if (scopes.length > 1) scopes.pop();
      if (scopes.at(-1)?.isList) rows.add(aliasAt(tokens, at + 1));
    } else if (word === 'SELECT') scope.isQuery = true;
    else if (CLAUSES.has(word)) scope.isList = false;
    const begins = word === 'FROM' ? isOfQuery(tokens, pairs, at, scope) : word === 'JOIN';
    if (begins) scope.isList = true;
    if (!begins && !(word === ',' && scope.isList)) continue;
    const table = tableAt(tokens, at + 1);
    if (table === null) continue;
    const [first = ''] = table.name.toLowerCase().split('.');
    const isArray = first !== table.name.toLowerCase() && rows.has(first);
    if (!isArray && !named.has(table.name.toLowerCase())) tables.add(table.name);
    rows.add(table.name.toLowerCase().split('.').at(-1) ?? '').add(aliasAt(tokens, table.at + 1));
  }
  return [...tables];
}

/** What is open: whether a SELECT stands in it, so that its FROM begins a list of tables, and whether that list is going on. */
interface Scope {
  isQuery: boolean;
  isList: boolean;
}

interface Token {
  /** Of a value, nothing. */
  readonly text: string;
  readonly isWord: boolean;
}

/** Words that end a list of tables. Not ON and USING: a comma after their conditions goes on with it. */
const CLAUSES = new Set([
  'WHERE',
  'GROUP',
  'HAVING',
  'ORDER',
  'LIMIT',
  'WINDOW',
  'QUALIFY',
  'UNION',
  'EXCEPT',
  'INTERSECT',
  '|>',
]);

/** Comments, values (texts, numbers, macros), names in back quotes with parts, plain words, and single characters. What is not closed goes to the end. */
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(?<value>('''|""")(?:\\[\s\S]|(?!\2)[\s\S])*\2|'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|\d[\w.]*|\{\{[\s\S]*?(?:\}\}|$))|(?<quoted>`[^`]+`(?:\.(?:`[^`]+`|\w+))*)|(?<word>[A-Za-z_][\w-]*(?:\.(?:`[^`]+`|[A-Za-z_][\w-]*))*)|(?<other>\|>|[(),;])/g;

function tokensOf(query: string): readonly Token[] {
  return [...query.matchAll(TOKEN)].flatMap(({ groups }): readonly Token[] => {
    const quoted = groups?.['quoted'];
    if (quoted !== undefined) return [{ text: quoted.replaceAll('`', ''), isWord: false }];
    const word = groups?.['word'];
    if (word !== undefined) return [{ text: word.replaceAll('`', ''), isWord: true }];
    if (groups?.['value'] !== undefined) return [{ text: '', isWord: false }];
    const other = groups?.['other'];
    return other === undefined ? [] : [{ text: other, isWord: false }];
  });
}

/** `name AS (` and `name (columns) AS (` are what WITH gives a name. */
function isNamedByWith(tokens: readonly Token[], pairs: Pairs, at: number): boolean {
  const columns = tokens[at + 1]?.text === '(' ? pairs.get(at + 1) : undefined;
  const after = (columns ?? at) + 1;
  return tokens[after]?.text.toUpperCase() === 'AS' && tokens[after + 1]?.text === '(';
}

/** Where each parenthesis has its other one. */
type Pairs = ReadonlyMap<number, number>;

function pairsOf(tokens: readonly Token[]): Pairs {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const [at, { text }] of tokens.entries()) {
    if (text === '(') open.push(at);
    const opening = text === ')' ? open.pop() : undefined;
    if (opening !== undefined) pairs.set(opening, at).set(at, opening);
  }
  return pairs;
}

/** Whether FROM begins the tables of a query: not in `EXTRACT(DAY FROM …)`, `TRIM('x' FROM …)` or `IS DISTINCT FROM`. It may be the first word of one. */
function isOfQuery(tokens: readonly Token[], pairs: Pairs, at: number, { isQuery }: Scope): boolean {
  const before = tokens[at - 1]?.text.toUpperCase();
  if (before === 'DISTINCT') return false;
  return isQuery || before === undefined || before === '(' || before === ';' || closesWith(tokens, pairs, at - 1);
}

/** Whether what ends there is what WITH has given a name: `AS ( … )`. */
const closesWith = (tokens: readonly Token[], pairs: Pairs, at: number): boolean =>
  tokens[at]?.text === ')' && tokens[(pairs.get(at) ?? 0) - 1]?.text.toUpperCase() === 'AS';

/** What rows are called by the words that stand there: `s`, or `AS s`; any other word is one that no table begins with. */
function aliasAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at]?.text.toUpperCase() === 'AS' ? tokens[at + 1] : tokens[at];
  return token?.text.toLowerCase() ?? '';
}

/** The table that stands at a place, in parentheses or not; null where a subquery, a function or another word does. */
function tableAt(tokens: readonly Token[], from: number): { readonly name: string; readonly at: number } | null {
  let at = from;
  while (tokens[at]?.text === '(') at++;
  const token = tokens[at];
  if (token === undefined || '(),;'.includes(token.text) || tokens[at + 1]?.text === '(') return null;
  if (token.isWord && /^(SELECT|WITH|FROM|UNNEST|LATERAL|VALUES|TABLE)$/i.test(token.text)) return null;
  return { name: token.text, at };
}
