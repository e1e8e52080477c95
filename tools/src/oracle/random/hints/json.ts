import { jsonText } from '../../text/plain.ts';
import type { Draw } from '../draw.ts';
import { jsonOf } from '../json.ts';
import type { Hints } from './hints.ts';

export const jsonHints: Hints = {
  json: (draw) => draw.either([6, () => jsonText(jsonOf(draw).node)], [1, () => draw.pick(brokenJson)]),
  'json-path': jsonPath,
};

const brokenJson: readonly string[] = [
  ...['', '{', '[1,]', '{"a"}', "{'a':1}", 'nan', '01', '"\\x"', '[1] 2', ' 1 ', '1e999', '{"a":1,"a":2}'],
  '123456789012345678901234567890',
];

const steps = ['.a', '.b', '.c', '[0]', '[1]', "['a']", '.A', '."a.b"', "['a b']", '[2]', '.0', '["b"]', "['']"];

const brokenPaths: readonly string[] = [
  ...['', 'a', '$a', '$.', '$[', '$[-1]', '$.*', '$[*]', '$..a', "$['a", '$ .a', '.a', '$[a]', 'lax $.a', '$.a-b'],
  ...["$.it's", '$[99999999999999999999]'],
];

function jsonPath(draw: Draw): string {
  const path = (): string => `$${draw.list(0, 3, () => draw.pick(steps)).join('')}`;
  return draw.either([8, path], [1, () => draw.pick(brokenPaths)]);
}
