import type { MetaData } from '@isochron/thrift';
import { parseCronExpression } from 'cron-schedule';
import type { Checked } from '../checking/checked.ts';
import type { Report } from '../finding.ts';
import { within } from '../places.ts';
import type { Rule } from './rule.ts';

/** Schedules are cron lines that come round once a day at most, and what is not online is not served on one. */
export const schedules: Rule = ({ root: object }, report) => {
  const { executionInfo, online }: MetaData = object.thrift.metaData ?? {};
  const { offlineSchedule, onlineSchedule } = executionInfo ?? {};
  checkSchedule(object, 'offlineSchedule', offlineSchedule, report);
  checkSchedule(object, 'onlineSchedule', onlineSchedule, report);
  if (onlineSchedule === undefined || none.includes(onlineSchedule.trim().toLowerCase()) || online === true) return;
  const message = `${object.name} has the online schedule "${onlineSchedule}" and is not online.`;
  const path = within(object.path, 'metaData.executionInfo.onlineSchedule');
  report({ code: 'bad-schedule', path, message, hint: 'Write online: true, or leave the schedule out.' });
};

/** Words for no schedule, and for the usual one. */
const none: readonly string[] = ['', 'none', 'null', '@never'];
const DAILY = '@daily';

function checkSchedule(
  object: Checked,
  field: 'offlineSchedule' | 'onlineSchedule',
  text: string | undefined,
  report: Report,
): void {
  const line = text?.trim() ?? '';
  if (none.includes(line.toLowerCase()) || line.toLowerCase() === DAILY) return;
  const about = { code: 'bad-schedule', path: within(object.path, `metaData.executionInfo.${field}`) } as const;
  const times = timesADay(line);
  if (times === null) {
    const hint = "Write minute, hour, day, month and weekday, such as '0 5 * * *', or '@daily'.";
    report({ ...about, message: `The schedule "${line}" is not a cron line.`, hint });
  } else if (times > 1) {
    const message = `The schedule "${line}" comes round ${times} times on a day.`;
    report({ ...about, message, hint: 'Days are computed whole: name one minute of one hour.' });
  }
}

/** How often a cron line comes round on a day on which it does; null for what is no cron line of five fields. */
function timesADay(line: string): number | null {
  if (line.split(/\s+/).length !== 5) return null;
  try {
    const { minutes, hours } = parseCronExpression(line);
    return minutes.length * hours.length;
  } catch {
    // The library throws a plain Error for whatever it cannot read, and nothing else.
    return null;
  }
}
