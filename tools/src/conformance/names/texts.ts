import { cleanSpec, type JsonValue, javaStringHash, md5Base64, md5Hex, md5Long, sanitize } from '@isochron/thrift';
import { type Case, jsonText, textAt } from '../case-file.ts';
import type { Check, Suite } from '../suite.ts';
import { sameText } from '../verdict.ts';

/** What makes a text of a text. */
const functions: Readonly<Record<string, (text: string) => string>> = {
  cleanSpec,
  sanitize,
  md5Hex,
  md5Base64,
  javaStringHash: (text) => String(javaStringHash(text)),
  md5Long: (text) => md5Long(new TextEncoder().encode(text)).toString(),
};

export const texts: Suite = Object.fromEntries(
  Object.entries(functions).map(([name, ours]): [string, Check] => [name, (from) => sameFunction(name, ours, from)]),
);

const sameFunction = (name: string, ours: (text: string) => string, from: Case) =>
  sameText(name, plainText(from['output']), ours(textAt(from, 'input')));

/** Numbers stand for their digits. */
const plainText = (output: JsonValue | undefined): string => (typeof output === 'string' ? output : jsonText(output));
