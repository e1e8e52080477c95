import type { Layers } from '@isochron/authoring';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlaid } from './layers.ts';

it('everybody, the team, the object: what counts most wins, mode by mode', () => {
  const everybody = { common: { REGION: 'eu', MEMORY: '1G' }, upload: {} };
  const team = { common: { TEAM: 'flights' }, backfill: { MEMORY: '9G', CORES: '4' } };
  const object = { common: { REGION: 'us' }, backfill: { CORES: '8' } };

  expect(overlaid([everybody, team, object])).toEqual({
    common: { REGION: 'us', MEMORY: '1G', TEAM: 'flights' },
    modes: {
      upload: { REGION: 'us', MEMORY: '1G', TEAM: 'flights' },
      backfill: { REGION: 'us', MEMORY: '9G', TEAM: 'flights', CORES: '8' },
    },
  });
});

it("an object's common setting wins over its team's setting of a mode", () => {
  expect(overlaid([{ backfill: { MEMORY: '9G' } }, { common: { MEMORY: '1G' } }])).toEqual({
    common: { MEMORY: '1G' },
    modes: { backfill: { MEMORY: '1G' } },
  });
});

it('laying over one by one is laying over all at once', () => {
  const settings = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'));
  const layer: fc.Arbitrary<Layers> = fc.dictionary(fc.constantFrom('common', 'backfill', 'upload'), settings);
  const asLayer = ({ common, modes }: ReturnType<typeof overlaid>): Layers => ({ common, ...modes });

  fc.assert(
    fc.property(layer, layer, layer, (a, b, c) => {
      // A mode that only a later layer names has what was common before.
      expect(overlaid([asLayer(overlaid([a, b])), c])).toEqual(overlaid([a, b, c]));
    }),
  );
});
