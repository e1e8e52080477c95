import { eventSource, groupBy, table } from '@isochron/authoring';
import type { GroupByPlan } from '@isochron/compiler';
import type { KeyValueStore } from '@isochron/kv';
import type { Warehouse } from '@isochron/warehouse';
import { at, day, planOf, type Row } from '../workplace.fixture.ts';
import { type UploadPlace, type UploadReport, upload } from './upload.ts';

/** Many keys with little each: what takes long to load. */

const visits = table('visits', { user: 'STRING', amount: 'INT64', ts: 'INT64', day: 'DATE' });

export const byVisitor = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [eventSource({ table: visits, time: 'ts', select: { user: 'user', amount: 'amount' } })],
  keys: ['user'],
  aggregations: ({ amount }) => [amount.sum('1h', '3d'), amount.average(), amount.lastK(2, '3d')],
});

export const USERS = 4_000;
export const DATASET = 'TEAM_FILE_VISITS__1_BATCH';

export const visitRows = (firstDay: number, lastDay: number): readonly Row[] =>
  Array.from({ length: USERS * (lastDay - firstDay + 1) }, (_, row) => {
    const n = firstDay + Math.floor(row / USERS);
    return { user: `user ${row % USERS}`, amount: row % 97, ts: at(n) + (row % 86_400) * 1_000, day: day(n) };
  });

/** `edition`: plans that compute the same under another hash, so that each computes anew. */
export async function visitsPlan(warehouse: Warehouse, edition: string): Promise<GroupByPlan> {
  const plan = await planOf(warehouse, byVisitor, 'visits');
  if (plan.kind !== 'group-by') throw new Error('no plan of a group-by');
  return { ...plan, semanticHash: `${plan.semanticHash} ${edition}` };
}

export interface VisitsUpload {
  readonly place: { readonly warehouse: Warehouse; readonly store: KeyValueStore; readonly now?: UploadPlace['now'] };
  readonly day: string;
  readonly edition: string;
  readonly onStep?: (step: string) => void;
}

export async function uploadVisits({ place, day: on, edition, onStep }: VisitsUpload): Promise<UploadReport> {
  const plan = await visitsPlan(place.warehouse, edition);
  const groupBy = { metaData: { name: plan.name } };
  return upload(
    { now: Date.now, ...place },
    {
      ...{ plan, groupBy, dataset: DATASET, day: on, replacesLater: false },
      signal: new AbortController().signal,
      onProgress: (progress) => {
        if (progress.kind === 'start') onStep?.(progress.step);
      },
    },
  );
}
