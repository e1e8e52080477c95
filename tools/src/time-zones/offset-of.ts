/** A zone's offset from UTC at an instant, both in seconds, as the runtime's own tz database has it; null for a name it doesn't know. */
export function offsetOf(name: string): ((seconds: number) => number) | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
  return (seconds) => {
    const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(seconds * 1000));
    if (match === null) throw new Error(`The runtime gives no offset for ${name} at ${seconds}.`);
    const [, sign, hours = 0, minutes = 0, rest = 0] = match;
    const offset = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
    return sign === '-' ? 0 - offset : offset;
  };
}
