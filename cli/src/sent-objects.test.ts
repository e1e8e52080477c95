import { createHash } from 'node:crypto';
import type { DiffRequest, DiffResponse } from '@isochron/rpc/compiler';
import { IsochronError, type StatusCode } from '@isochron/schema';
import { expect, it } from 'vitest';
import { sendObjects } from './sent-objects.ts';

const ABOUT = { address: { repository: 'r', environment: 'e', branch: 'b' }, dialect: '' };
const TEXTS = ['a', 'b'].map((file) => ({ file, json: `{"of": "${file}"}` }));
const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const ANSWER: DiffResponse = { changes: [], unchanged: 1, hash: '', diagnostics: [], published: undefined };

/** A publisher that has the first object; `published` or `diff` fails with a code where something is sent by its hash. */
function publisherOf(faults: { readonly published?: StatusCode; readonly diff?: StatusCode }) {
  const sent: string[] = [];
  return {
    sent,
    published: async () => {
      if (faults.published !== undefined) throw new IsochronError(faults.published, 'lost');
      return new Map(TEXTS.slice(0, 1).map(({ file, json }) => [file, hashOf(json)]));
    },
    diff: async ({ objects }: DiffRequest) => {
      const kinds = objects.map(({ content }) => content?.$case ?? 'nothing').join();
      sent.push(kinds);
      if (faults.diff !== undefined && kinds.includes('hash')) throw new IsochronError(faults.diff, 'lost');
      return ANSWER;
    },
  };
}

it.each([
  [{}, ['hash,json']],
  [{ diff: 'ABORTED' }, ['hash,json', 'json,json']],
  [{ published: 'DATA_LOSS' }, ['json,json']],
] as const)('where %j, objects are sent as %j', async (faults, sent) => {
  const publisher = publisherOf(faults);
  const { objects, found } = await sendObjects(publisher, ABOUT, TEXTS);
  expect(publisher.sent).toEqual(sent);
  expect(objects.map(({ content }) => content?.$case).join()).toBe(sent.at(-1));
  expect(found).toBe(ANSWER);
});

it('what else is wrong is not asked twice', async () => {
  const publisher = publisherOf({ diff: 'INVALID_ARGUMENT' });
  await expect(sendObjects(publisher, ABOUT, TEXTS)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  expect(publisher.sent).toHaveLength(1);
});
