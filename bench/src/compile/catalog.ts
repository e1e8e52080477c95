import type { Catalog } from '@isochron/compiler';
import { doubleType, type Field, longType, stringType, timestampType } from '@isochron/schema';

const fields = (types: Readonly<Record<string, Field['type']>>): readonly Field[] =>
  Object.entries(types).map(([name, type]) => ({ name, type }));

/** The tables of the generated repository, as the embedded warehouse loads them. */
export const catalog: Catalog = {
  tables: new Map([
    [
      'orders',
      fields({
        user: stringType,
        item: stringType,
        country: stringType,
        price: doubleType,
        quantity: longType,
        bought: timestampType,
        note: stringType,
      }),
    ],
    ['users', fields({ user: stringType, country: stringType, age: longType, seen: timestampType })],
  ]),
};
