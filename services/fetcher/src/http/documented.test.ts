import { checkDocument } from '@isochron/service/open-api-check';
import { expect, it } from 'vitest';
import type { FetcherApi } from '../api.ts';
import { addToHttp } from './routes.ts';

it('the document of routes is OpenAPI, and has every route with what it takes', async () => {
  // No route is asked, so none asks the API.
  const api = {} as FetcherApi;
  const { faults, documented, routes, operations } = await checkDocument((http) => addToHttp(http, api));
  expect(faults).toEqual([]);
  const known = routes.map((route) => route.replace('/v1/join/*', '/v1/join/{name}/schema').replace('/*', '/{name}'));
  expect(documented).toEqual(known.toSorted());
  expect(documented).toHaveLength(10);
  for (const [route, { summary, parameters = [], responses }] of operations) {
    expect([route, summary]).toEqual([route, expect.stringMatching(/\.$/)]);
    const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
    expect([route, named]).toEqual([route, route.includes('{') ? ['name'] : []]);
    expect(Object.keys(responses).toSorted()).toEqual(['200', 'default']);
  }
});
