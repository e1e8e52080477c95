import { RowFault } from '../../row-fault.ts';
import { likeTest } from '../like.ts';
import { type RegularExpression, type Replacement, regularExpression, replaceMatches } from '../regular-expression.ts';
import { ofText } from '../units.ts';

/**
 * A pattern in the part of Java's syntax that is RE2's too, which matches in time proportional to the text: no lookaround, no references to groups,
 * no possessive or atomic groups.
 */
export const pattern = (text: string): RegularExpression => regularExpression(text, ofText);

/** The text of a group of the first match, all of it as group 0; empty without a match or where the group took no part. */
export function extractGroup(expression: RegularExpression, text: string, group: number): string {
  checkGroup(expression, group);
  const found = expression.find(text)(0);
  return found === null || found.start(group) < 0 ? '' : text.slice(found.start(group), found.end(group));
}

/** The same of every match. */
export function extractEveryGroup(expression: RegularExpression, text: string, group: number): readonly string[] {
  checkGroup(expression, group);
  const find = expression.find(text);
  const texts: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const found = find(at);
    if (found === null) break;
    texts.push(found.start(group) < 0 ? '' : text.slice(found.start(group), found.end(group)));
    at = found.end(0) > found.start(0) ? found.end(0) : found.end(0) + 1;
  }
  return texts;
}

function checkGroup({ groups }: RegularExpression, group: number): void {
  if (group < 0 || group > groups)
    throw new RowFault(`the pattern has ${groups} groups, and group ${group} is asked for`);
}

/** Reads a replacement, in which `$0` is the match, `$1` to `$9` its groups, and a backslash goes before a character that stands for itself. */
export function replacementOf(text: string): Replacement {
  const parts: (string | number)[] = [];
  for (const [piece] of text.matchAll(/\$\d|\\.|[^$\\]+|./gs)) {
    if (piece.length === 2 && piece.startsWith('$')) parts.push(Number(piece.slice(1)));
    else if (piece.length === 2 && piece.startsWith('\\')) parts.push(piece.slice(1));
    else if (piece === '$' || piece === '\\')
      throw new RowFault(`the replacement "${text}" has a ${piece} that nothing follows`);
    else parts.push(piece);
  }
  return parts;
}

export const replaceAll = (expression: RegularExpression, text: string, replacement: string): string =>
  replaceMatches(expression, text, replacementOf(replacement));

/** Cut where the pattern matches, into `limit` pieces at most where that is positive; an empty match at the start cuts nothing off. */
export function split(expression: RegularExpression, text: string, limit: number): readonly string[] {
  const find = expression.find(text);
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at <= text.length && !(limit > 0 && pieces.length === limit - 1); ) {
    const found = find(at);
    if (found === null) break;
    const [start, end] = [found.start(0), found.end(0)];
    if (end > start || (start > 0 && start < text.length)) {
      pieces.push(text.slice(from, start));
      from = end;
    }
    at = end > start ? end : end + 1;
  }
  return [...pieces, text.slice(from)];
}

export const like = likeTest;
