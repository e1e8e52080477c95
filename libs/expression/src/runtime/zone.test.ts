import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UTC, zoneFinder, zoneNamed } from './zone.ts';
import { zoneLines, zoneNames } from './zone-data.generated.ts';

const names = zoneNames
  .trim()
  .split('\n')
  .map((line) => line.split(' ')[0] ?? '');
const seconds = (text: string): number => Date.parse(text) / 1000;

/** The offset as the runtime's own tz database has it. */
function runtimeOffset(name: string, at: number): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  const [, sign, hours = 0, minutes = 0, rest = 0] =
    /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(at * 1000)) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(rest));
}

describe('offsets of zones', () => {
  it.each([
    ['America/New_York', '2024-03-10T06:59:59Z', -18_000],
    ['America/New_York', '2024-03-10T07:00:00Z', -14_400],
    ['America/New_York', '0001-01-01T00:00:00Z', -17_762],
    ['America/New_York', '9999-07-01T00:00:00Z', -14_400],
    ['Australia/Lord_Howe', '2024-04-06T15:00:00Z', 37_800],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', -36_000],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', 50_400],
    ['Africa/Casablanca', '2087-06-01T00:00:00Z', 0],
    ['+05:30', '2024-01-01T00:00:00Z', 19_800],
    ['-8', '2024-01-01T00:00:00Z', -28_800],
    ['UTC+0530', '2024-01-01T00:00:00Z', 19_800],
  ])('%s at %s: %i', (name, at, offset) => {
    expect(zoneNamed(name).offsetAt(seconds(at))).toBe(offset);
  });

  it('are those of the runtime whose tz database the data was made from, in all years', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }), (name, at) => {
        expect(zoneNamed(name).offsetAt(at)).toBe(runtimeOffset(name, at) + 0);
      }),
      { numRuns: 300 },
    );
  });

  it('are right at each transition of the data and a second before', () => {
    // One zone for each line of the data, at the moments from 1835 to now.
    for (const line of [0, 7, 50, 100, 150, 200].filter((each) => each < zoneLines.length)) {
      const name = names.find((each) => zoneNames.includes(`\n${each} ${line.toString(36)}\n`)) ?? 'UTC';
      let at = 0;
      for (const change of (zoneLines[line]?.split('|')[1] ?? '').split(' ').slice(0, 40)) {
        at += Number.parseInt(change.split(',')[0] ?? '0', 36) || 0;
        expect([name, at, zoneNamed(name).offsetAt(at)]).toEqual([name, at, runtimeOffset(name, at) + 0]);
        expect([name, at, zoneNamed(name).offsetAt(at - 1)]).toEqual([name, at, runtimeOffset(name, at - 1) + 0]);
      }
    }
  });

  it.each(['america/new_york', 'Mars/Phobos', '', '+15', '+14:01', '+5:', '+05:60', 'UTC\nEST', '+1:2:3'])(
    'has no %j',
    (name) => {
      expect(() => zoneNamed(name)).toThrow('there is no time zone');
    },
  );
});

describe('the instant at which a clock shows a time', () => {
  it.each([
    ['plain', '2024-07-01T12:00:00Z', '2024-07-01T16:00:00Z'],
    ['in a gap: by the offset before it', '2024-03-10T02:30:00Z', '2024-03-10T07:30:00Z'],
    ['shown twice: the first', '2024-11-03T01:30:00Z', '2024-11-03T05:30:00Z'],
    ['after what was shown twice', '2024-11-03T02:00:00Z', '2024-11-03T07:00:00Z'],
    ['in the year 9999', '9999-07-01T12:00:00Z', '9999-07-01T16:00:00Z'],
  ])('%s', (_, local, instant) => {
    expect(zoneNamed('America/New_York').instantOf(seconds(local))).toBe(seconds(instant));
  });

  it('leads back from what the clock shows, but where it shows it twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.integer({ min: -62e9, max: 253e9 }), (name, at) => {
        const zone = zoneNamed(name);
        const back = zone.instantOf(at + zone.offsetAt(at));
        expect(back === at || (back < at && back + zone.offsetAt(back) === at + zone.offsetAt(at))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

it('a finder gives the same zone again, and UTC without a name', () => {
  const find = zoneFinder();
  expect(find('Asia/Tokyo')).toBe(find('Asia/Tokyo'));
  expect(find('UTC')).toBe(UTC);
});
