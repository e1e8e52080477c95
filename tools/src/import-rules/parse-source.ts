import { parseSync } from 'oxc-parser';

/** What one source says that the rules care about. Type-only imports count like any other: a type is knowledge too. */
export interface SourceFacts {
  readonly imports: readonly { readonly from: string; readonly line: number }[];
  /** Uses of what the machine around it gives: `process.env`, `Date.now`, `fetch`, ... */
  readonly ambient: readonly { readonly name: string; readonly line: number }[];
}

/** Names that stand for Node, a clock, randomness, a timer or I/O whenever they are not declared in the file itself. */
const ambientNames = new Set([
  'process',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'Buffer',
  'console',
  'crypto',
  'globalThis',
  'require',
  '__dirname',
  '__filename',
]);

const ambientMembers = new Set([
  'process.env',
  'Date.now',
  'Math.random',
  'Error.captureStackTrace',
  'Error.stackTraceLimit',
]);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [property: string]: unknown;
}

export function parseSource(name: string, text: string): SourceFacts {
  const { program, errors } = parseSync(name, text);
  const error = errors[0];
  if (error !== undefined) throw new Error(`${name} does not parse: ${error.message}`);
  const imports: { from: string; line: number }[] = [];
  const ambient: { name: string; line: number }[] = [];
  const declared = new Set<string>();
  const lineOf = (node: Node): number => text.slice(0, node.start).split('\n').length;

  walk(program, null, (node, parent) => {
    const from = importedFrom(node);
    if (from !== null) imports.push({ from, line: lineOf(node) });
    for (const declaredName of declaredNames(node)) declared.add(declaredName);
    const used = ambientUse(node, parent);
    if (used !== null) ambient.push({ name: used, line: lineOf(node) });
  });
  return { imports, ambient: ambient.filter(({ name: used }) => !declared.has(used.split('.')[0] ?? used)) };
}

function importedFrom(node: Node): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'TSImportType':
      return isNode(node['source']) ? String(node['source']['value']) : null;
    case 'ImportExpression':
      // A computed specifier is not a string literal: it is checked where the text is known, at run time, and names no package.
      return isNode(node['source']) && typeof node['source']['value'] === 'string' ? node['source']['value'] : null;
    default:
      return null;
  }
}

/** `process.env`, `Date.now`, `Math.random`, `new Date()` (as `Date.now`), or one of the names above, where it is used as a value. */
function ambientUse(node: Node, parent: Node | null): string | null {
  if (node.type === 'MemberExpression') {
    const path = `${nameOf(node['object'])}.${nameOf(node['property']) ?? literal(node['property'])}`;
    return ambientMembers.has(path) ? path : null;
  }
  if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date' && isEmpty(node['arguments']))
    return 'Date.now';
  if (node.type === 'CallExpression' && nameOf(node['callee']) === 'Date') return 'Date.now';
  if (node.type === 'MetaProperty' && nameOf(node['meta']) === 'import') return 'import.meta';
  const name = nameOf(node);
  if (name === null || !ambientNames.has(name) || parent === null) return null;
  const isProperty = parent['property'] === node && parent['computed'] !== true;
  const isKey = parent['key'] === node && parent['computed'] !== true && parent['shorthand'] !== true;
  return isProperty || isKey ? null : name;
}

/** Every name a declaration, a parameter or an import binds anywhere in the file. */
function declaredNames(node: Node): string[] {
  switch (node.type) {
    case 'VariableDeclarator':
      return boundNames(node['id']);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return [...boundNames(node['id']), ...(Array.isArray(node['params']) ? node['params'].flatMap(boundNames) : [])];
    case 'ClassDeclaration':
      return boundNames(node['id']);
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      // A name imported under its own name is the machine's again (`import process from 'node:process'`); the import itself is seen.
      return boundNames(node['local']);
    default:
      return [];
  }
}

function boundNames(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [String(pattern['name'])];
    case 'ObjectPattern':
      return list(pattern['properties']).flatMap((property) => boundNames(property['value'] ?? property['argument']));
    case 'ArrayPattern':
      return list(pattern['elements']).flatMap(boundNames);
    case 'AssignmentPattern':
      return boundNames(pattern['left']);
    case 'RestElement':
      return boundNames(pattern['argument']);
    default:
      return [];
  }
}

function walk(node: unknown, parent: Node | null, visit: (node: Node, parent: Node | null) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, parent, visit);
    return;
  }
  if (!isNode(node)) return;
  visit(node, parent);
  for (const property of Object.values(node)) {
    if (typeof property === 'object' && property !== null) walk(property, node, visit);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function nameOf(value: unknown): string | null {
  return isNode(value) && value.type === 'Identifier' ? String(value['name']) : null;
}

function literal(value: unknown): string {
  return isNode(value) && typeof value['value'] === 'string' ? value['value'] : '';
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function list(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}
