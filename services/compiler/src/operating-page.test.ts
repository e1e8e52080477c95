import { documentedMetrics, documentedSettings, settingsOf } from '@isochron/service/operating-page';
import { expect, test } from 'vitest';
import { schema } from './config.ts';
import { openWorkplace } from './service.fixture.ts';

test('docs/operating.md has every metric of the compiler service with its kind and labels, and no other', async () => {
  const place = await openWorkplace();
  try {
    const text = await (await fetch(`${place.base}/metrics`)).text();
    const told = [...text.matchAll(/^# TYPE (isochron_\S+) (\S+)$/gm)].map(([, name, kind]) => `${name} ${kind}`);
    const documented = documentedMetrics('compiler').map((each) => each.split(' ').slice(0, 2).join(' '));
    expect(documented).toEqual(told.toSorted());
  } finally {
    await place.dispose();
  }
});

test('docs/operating.md has every setting of the compiler service that no other page has, and no other', () => {
  expect(documentedSettings('compiler')).toEqual(settingsOf(schema));
});
