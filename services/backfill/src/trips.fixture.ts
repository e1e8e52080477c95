import { eventSource, groupBy, join, part, table } from '@isochron/authoring';
import { at, DAY, day, HOUR, type Row } from './workplace.fixture.ts';

/** Trips of users to places, and the questions asked about them: small, with every irregularity a table can have. */
export const trips = table('trips', {
  user: 'STRING',
  place: 'STRING',
  ts: 'INT64',
  day: 'DATE',
  fare: 'FLOAT64',
  kind: 'STRING',
  tags: 'ARRAY<STRING>',
});

export const asks = table('asks', { user: 'STRING', destination: 'STRING', ts: 'INT64', day: 'DATE', note: 'INT64' });

const columns = { user: 'user', place: 'place', fare: 'fare', kind: 'kind', tags: 'tags' } as const;

export const tripSource = eventSource({ table: trips, time: 'ts', lag: '1d', select: columns });

export const leftSource = eventSource({
  table: asks,
  time: 'ts',
  select: {
    user: 'user',
    destination: 'destination',
    note: 'note',
    isLate: 'note > 40',
    asked: 'IF(TRUE, ts, NULL)',
  },
});

export const byUser = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [tripSource],
  keys: ['user'],
  aggregations: ({ fare, kind, tags }) => [
    fare.sum('1h', '1d'),
    fare.count('7d'),
    fare.lastK(2, '7d'),
    fare.sum('1d').by('kind'),
    kind.histogram('7d'),
    tags.uniqueCount('1d'),
  ],
});

export const byPlace = groupBy({
  version: 1,
  accuracy: 'snapshot',
  sources: [tripSource],
  keys: ['place'],
  aggregations: ({ fare }) => [fare.max('1d'), fare.average('7d')],
});

export const both = join({
  version: 1,
  left: leftSource,
  parts: [part(byUser), part(byPlace, { on: { destination: 'place' }, prefix: 'to' })],
});

export const onePart = join({ version: 1, left: leftSource, parts: [part(byUser)] });

/** So small that they estimate over the few trips of a user. */
export const approximate = join({
  version: 1,
  left: leftSource,
  parts: [
    part(
      groupBy({
        version: 1,
        accuracy: 'temporal',
        sources: [tripSource],
        keys: ['user'],
        aggregations: ({ fare, kind, tags }) => [
          fare.approxUniqueCount({ k: 5 }, '1d', '7d'),
          fare.approxPercentile({ k: 8, percentiles: [0, 0.5, 1] }, '1d', '7d'),
          fare.approxFrequentK({ k: 2 }, '7d'),
          fare.approxHeavyHittersK({ k: 1 }, '7d').by('kind'),
          tags.approxFrequentK('7d'),
          kind.approxUniqueCount(),
        ],
      }),
    ),
  ],
});

export const first = -8;
export const last = 5;

/** Fares are whole quarters, so that sums are exact in any order. Some times lie in the day beside the partition's; that is the lag. */
export function tripRows(random: () => number, rowsADay = 40): Row[] {
  const rows: Row[] = [];
  for (let n = first; n <= last; n++) {
    for (let row = 0; row < rowsADay; row++) {
      const moved = random() < 0.1 ? (random() < 0.5 ? -DAY : DAY) : 0;
      rows.push({
        user: random() < 0.05 ? null : `user_${Math.floor(random() * 4)}`,
        place: `place_${Math.floor(random() * 3)}`,
        ts: random() < 0.05 ? null : at(n) + moved + Math.floor(random() * 48) * (HOUR / 2),
        day: day(n),
        fare: random() < 0.1 ? null : Math.floor(random() * 200) / 4,
        kind: random() < 0.1 ? null : ['car', 'bus', 'ferry'][Math.floor(random() * 3)],
        tags: random() < 0.2 ? null : ['a', 'b', 'c'].slice(0, Math.floor(random() * 4)),
      });
    }
    rows.push({
      user: 'user_0',
      place: 'place_0',
      ts: at(n) + 5 * DAY,
      day: day(n),
      fare: 1000,
      kind: 'car',
      tags: [],
    });
  }
  return rows;
}

/** On the half hours that trips are on too, so that many are asked exactly at an event. Every tenth row stands twice. */
export function askRows(random: () => number, from: number, to: number, rowsADay = 30): Row[] {
  const rows: Row[] = [];
  for (let n = from; n <= to; n++) {
    for (let row = 0; row < rowsADay; row++) {
      const ask = {
        user: random() < 0.1 ? null : `user_${Math.floor(random() * 5)}`,
        destination: random() < 0.1 ? null : `place_${Math.floor(random() * 4)}`,
        ts: random() < 0.1 ? null : at(n) + Math.floor(random() * 48) * (HOUR / 2),
        day: day(n),
        note: row,
      };
      rows.push(ask);
      if (row % 10 === 0) rows.push(ask);
    }
    rows.push({ user: 'user_1', destination: 'place_1', ts: at(n) + 2 * DAY, day: day(n), note: 99 });
  }
  return rows;
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
