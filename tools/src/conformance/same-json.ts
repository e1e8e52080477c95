import { isJsonObject, type JsonValue } from '@isochron/thrift';
import { isList, jsonText } from './case-file.ts';
import { failed, passed, type Verdict } from './verdict.ts';

/** Whether two JSON values are equal, in whatever order objects have their names. The first place that differs is told. */
export function sameJson(what: string, expected: JsonValue, actual: JsonValue): Verdict {
  if (isList(expected) && isList(actual) && expected.length === actual.length) {
    return firstFailure(
      expected.map((element, index) => () => sameJson(`${what}[${index}]`, element, actual[index] ?? null)),
    );
  }
  if (isJsonObject(expected) && isJsonObject(actual)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return firstFailure(names.map((name) => () => sameMember(what, name, expected[name], actual[name])));
  }
  // Numbers of one value are one, however many digits they were written with.
  return expected === actual ? passed() : failed(`${what} ${jsonText(expected)}`, `${what} ${jsonText(actual)}`);
}

function sameMember(
  what: string,
  name: string,
  expected: JsonValue | undefined,
  actual: JsonValue | undefined,
): Verdict {
  if (expected !== undefined && actual !== undefined) return sameJson(`${what}.${name}`, expected, actual);
  return failed(`${what}.${name} ${jsonText(expected)}`, `${what}.${name} ${jsonText(actual)}`);
}

function firstFailure(checks: readonly (() => Verdict)[]): Verdict {
  for (const check of checks) {
    const verdict = check();
    if (verdict.kind === 'failed') return verdict;
  }
  return passed();
}
