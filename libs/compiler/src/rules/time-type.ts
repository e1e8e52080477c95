import { typeText } from '@isochron/schema';
import type { Rule } from './rule.ts';

const WHOLE = new Set(['byte', 'short', 'int', 'long']);

/** An event's time is a whole number: milliseconds since the epoch. */
export const timeType: Rule = (scope, report) => {
  for (const { time: expression } of scope.sources) {
    const { path, text: time, dialect } = expression;
    const type = expression.analyzed?.dataType;
    if (type === undefined || 'unstorable' in type || WHOLE.has(type.kind)) continue;
    const hint =
      type.kind === 'timestamp'
        ? `Write UNIX_MILLIS(${time}).`
        : type.kind === 'date'
          ? `Write UNIX_MILLIS(TIMESTAMP(${time})).`
          : type.kind === 'double' || type.kind === 'float'
            ? `Write CAST(${time} AS ${dialect === 'spark' ? 'BIGINT' : 'INT64'}), if it is milliseconds.`
            : 'Write an expression whose value is milliseconds since the epoch, such as UNIX_MILLIS(created_at).';
    report({
      code: 'time-type',
      path,
      message: `The time ${time} is of type ${typeText(type)}, not whole milliseconds since the epoch.`,
      hint,
      sql: { text: time, offset: 0, length: time.length },
    });
  }
};
