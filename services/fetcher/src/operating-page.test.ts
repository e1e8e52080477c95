import { documentedMetrics, documentedSettings, registeredMetrics, settingsOf } from '@isochron/service/operating-page';
import { expect, test } from 'vitest';
import { readFetcherConfig, schema } from './config.ts';
import { ADDRESS, Shop } from './fetcher.fixture.ts';
import { openFetcher } from './wiring.ts';

test('docs/operating.md has every metric of the fetcher with its kind and labels, and no other', async () => {
  const shop = await Shop.open();
  const external = { risk: { kind: 'http', address: 'http://localhost:1/risk' } };
  // Its own process's has all that a service has: calls are counted either way.
  const fetcher = await openFetcher(
    readFetcherConfig({ home: shop.home, set: ADDRESS, external, log: { level: 'fatal' } }, {}),
  );
  try {
    expect(documentedMetrics('fetcher')).toEqual(registeredMetrics(fetcher.registry));
  } finally {
    await fetcher.close();
    await shop.dispose();
  }
});

test('docs/operating.md has every setting of the fetcher that no other page has, and no other', () => {
  expect(documentedSettings('fetcher')).toEqual(settingsOf(schema, ['external', 'vectorLog']));
});
