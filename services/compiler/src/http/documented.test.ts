import { createLogger } from '@isochron/service';
import { checkDocument } from '@isochron/service/open-api-check';
import { expect, it } from 'vitest';
import type { CompilerApi } from '../api.ts';
import { addToHttp } from './routes.ts';

it('the document of routes is OpenAPI, and has every route', async () => {
  // No route is asked, so none asks the API.
  const api = {} as CompilerApi;
  const logger = createLogger({ service: 't', version: '1', level: 'fatal', project: null });
  const { faults, documented, routes, operations } = await checkDocument((http) => addToHttp(http, api, logger));
  expect(faults).toEqual([]);
  expect(documented).toEqual(routes);
  expect(documented).toHaveLength(12);
  for (const [route, { summary, parameters = [] }] of operations) {
    expect([route, summary]).toEqual([route, expect.stringMatching(/\.$/)]);
    if (route.startsWith('GET') && route !== 'GET /v1/sets') expect([route, parameters]).not.toEqual([route, []]);
  }
});
