/**
 * The tables that a query reads, as it writes them, each once and in its order: what stands after FROM and JOIN, and between commas there, but for
 * subqueries, functions of tables, and the names that WITH gives. Macros count as values. No parser of whole queries is asked: a text that is no SQL has
 * the tables that it seems to have.
 */
export function sqlTables(query: string): readonly string[] {
  const tokens = tokensOf(query);
  const named = new Set(tokens.flatMap((token, at) => (isNamedByWith(tokens, at) ? [token.text.toLowerCase()] : [])));
  const tables = new Set<string>();
  const scopes: Scope[] = [{ isQuery: false, isList: false }];
  for (const [at, { text, isWord }] of tokens.entries()) {
    const scope = scopes.at(-1) ?? { isQuery: false, isList: false };
    const word = isWord ? text.toUpperCase() : text;
    if (word === '(') scopes.push({ isQuery: false, isList: false });
    else if (word === ')') {
      if (scopes.length > 1) scopes.pop();
    } else if (word === 'SELECT') scope.isQuery = true;
    else if (CLAUSES.has(word)) scope.isList = false;
    const begins = word === 'FROM' ? scope.isQuery && !isOperator(tokens, at) : word === 'JOIN';
    if (begins) scope.isList = true;
    if (!begins && !(word === ',' && scope.isList)) continue;
    const table = tableAt(tokens, at + 1);
    if (table !== null && !named.has(table.toLowerCase())) tables.add(table);
  }
  return [...tables];
}

/** What is open: whether a SELECT stands in it, so that its FROM begins a list of tables, and whether that list is going on. */
interface Scope {
  isQuery: boolean;
  isList: boolean;
}

interface Token {
  readonly text: string;
  readonly isWord: boolean;
}

/** Words that end a list of tables. */
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
  'ON',
  'USING',
]);

/** Comments and texts, names in back quotes with parts, plain words, macros, and single characters. */
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|('''|""")(?:\\[\s\S]|(?!\1)[\s\S])*\1|'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|\{\{[\s\S]*?\}\}|(?<quoted>`[^`]+`(?:\.(?:`[^`]+`|\w+))*)|(?<word>[A-Za-z_][\w-]*(?:\.(?:`[^`]+`|[A-Za-z_][\w-]*))*)|(?<other>[(),;])/g;

function tokensOf(query: string): readonly Token[] {
  return [...query.matchAll(TOKEN)].flatMap(({ groups }): readonly Token[] => {
    const quoted = groups?.['quoted'];
    if (quoted !== undefined) return [{ text: quoted.replaceAll('`', ''), isWord: false }];
    const word = groups?.['word'];
    if (word !== undefined) return [{ text: word.replaceAll('`', ''), isWord: true }];
    const other = groups?.['other'];
    return other === undefined ? [] : [{ text: other, isWord: false }];
  });
}

/** `name AS (` is what WITH gives a name. */
const isNamedByWith = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.text.toUpperCase() === 'AS' && tokens[at + 2]?.text === '(';

/** `IS DISTINCT FROM`. */
const isOperator = (tokens: readonly Token[], at: number): boolean => tokens[at - 1]?.text.toUpperCase() === 'DISTINCT';

/** The table that stands at a place; null where a subquery, a function or another word does. */
function tableAt(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at];
  if (token === undefined || '(),;'.includes(token.text) || tokens[at + 1]?.text === '(') return null;
  return token.isWord && /^(SELECT|UNNEST|LATERAL|VALUES|TABLE)$/i.test(token.text) ? null : token.text;
}
