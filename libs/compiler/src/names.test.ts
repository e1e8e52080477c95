import { expect, it } from 'vitest';
import { compiledFile, compiledName, nameOfThrift, tableOfName, thriftName } from './names.ts';

it.each([
  ['departures', 'flights/departures.byOrigin__1', 'flights.departures.byOrigin__1', 'flights_departures_byOrigin__1'],
  [
    'eu/departures',
    'flights/eu.departures.byOrigin__1',
    'flights.eu.departures.byOrigin__1',
    'flights_eu_departures_byOrigin__1',
  ],
])('names what stands in %s', (file, name, thrift, table) => {
  expect(compiledName({ team: 'flights', file, export: 'byOrigin' }, 1)).toBe(name);
  expect(thriftName(name)).toBe(thrift);
  expect(nameOfThrift(thrift)).toBe(name);
  expect(tableOfName(name)).toBe(table);
  expect(tableOfName(thrift)).toBe(table);
  expect(compiledFile('group_bys', name)).toBe(`compiled/group_bys/${name}`);
});
