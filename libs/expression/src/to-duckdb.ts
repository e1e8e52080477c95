import { IsochronError } from '@isochron/schema';
import { functions } from './functions.ts';
import { parse } from './parser.ts';
import type { Argument, Expression } from './syntax.ts';

/**
 * The DuckDB text that means what a GoogleSQL scalar expression means, over the macros of `duckDbMacros`, in a session whose time zone
 * is UTC. It is parenthesized throughout and every name is quoted, so that it can stand anywhere and no word of it is DuckDB's own.
 * INVALID_ARGUMENT for a text with a fault or an unknown function; the compiler has said so before with a place.
 */
export function toDuckDb(text: string): string {
  const parsed = parse(text);
  if (parsed.fault !== null) {
    throw new IsochronError('INVALID_ARGUMENT', `The expression "${text}" cannot be read: ${parsed.fault.message}`);
  }
  return print(parsed.expression);
}

function print(node: Expression): string {
  switch (node.kind) {
    case 'null':
      return 'NULL';
    case 'boolean':
      return node.value ? 'TRUE' : 'FALSE';
    case 'integer':
      // DuckDB takes small whole numbers for 32 bits wide; GoogleSQL has 64.
      return `CAST('${node.text}' AS BIGINT)`;
    case 'float':
      // From text, because DuckDB's own literal with a point is a decimal.
      return `CAST('${node.text}' AS DOUBLE)`;
    case 'string':
      return quotedText(node.value);
    case 'bytes':
      return `CAST('${Array.from(node.value, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}' AS BLOB)`;
    case 'instant':
      return `gs_cast_${node.type.toLowerCase()}(${quotedText(node.value)})`;
    case 'column':
      return node.fields.reduce((of, field) => `struct_extract(${of}, ${quotedText(field)})`, quotedName(node.name));
    case 'unary':
      return `(${node.operator} ${print(node.operand)})`;
    case 'binary':
      return printBinary(node.operator, print(node.left), print(node.right));
    case 'is':
      return `(${print(node.operand)} IS ${node.not ? 'NOT ' : ''}${node.what})`;
    case 'in':
      return `(${print(node.operand)} ${node.not ? 'NOT ' : ''}IN (${node.items.map(print).join(', ')}))`;
    case 'between':
      return `(${print(node.operand)} ${node.not ? 'NOT ' : ''}BETWEEN ${print(node.low)} AND ${print(node.high)})`;
    case 'like':
      return `(${print(node.operand)} ${node.not ? 'NOT ' : ''}LIKE ${print(node.pattern)} ESCAPE '\\')`;
    case 'case':
      return printCase(node);
    case 'cast':
      return `gs_${node.safe ? 'safe_' : ''}cast_${node.type.toLowerCase()}(${print(node.operand)})`;
    case 'extract':
      return `gs_extract_${node.part.toLowerCase()}(${print(node.operand)})`;
    case 'call':
      return printCall(node.name, node.args);
  }
}

function printBinary(operator: string, left: string, right: string): string {
  switch (operator) {
    case '/':
      return `gs_divide(${left}, ${right})`;
    case '+':
    case '-':
    case '*':
      return `gs_${operator === '+' ? 'add' : operator === '-' ? 'subtract' : 'multiply'}(${left}, ${right})`;
    default:
      return `(${left} ${operator} ${right})`;
  }
}

function printCase(node: Extract<Expression, { kind: 'case' }>): string {
  const operand = node.operand === null ? '' : ` ${print(node.operand)}`;
  const branches = node.branches.map(({ when, result }) => ` WHEN ${print(when)} THEN ${print(result)}`).join('');
  return `(CASE${operand}${branches} ELSE ${node.otherwise === null ? 'NULL' : print(node.otherwise)} END)`;
}

function printCall(name: string, args: readonly Argument[]): string {
  if (!Object.hasOwn(functions, name)) {
    throw new IsochronError('INVALID_ARGUMENT', `The function ${name} is not one that expressions can call.`);
  }
  const values = args.flatMap((argument) => (argument.kind === 'unit' ? [] : [print(argument.value)]));
  switch (name) {
    case 'IF':
      return `(CASE WHEN ${values[0]} THEN ${values[1]} ELSE ${values[2]} END)`;
    case 'IFNULL':
    case 'COALESCE':
      return `COALESCE(${values.join(', ')})`;
    case 'CONCAT':
      return `(${values.join(' || ')})`;
    case 'GREATEST':
    case 'LEAST':
      return `gs_${name.toLowerCase()}([${values.join(', ')}])`;
    default: {
      const units = args.flatMap((argument) => (argument.kind === 'value' ? [] : [`_${argument.unit.toLowerCase()}`]));
      return `gs_${name.toLowerCase()}${units.join('')}(${values.join(', ')})`;
    }
  }
}

const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
