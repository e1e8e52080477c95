import fc from 'fast-check';
import { Histogram, Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { SeriesHistogram } from './series-histogram.ts';

const about = {
  name: 'some_seconds',
  help: 'Some.',
  labelNames: ['stage', 'way'],
  buckets: [0.001, 0.1, 2.5],
} as const;

/** Without exemplars, of which there are none. */
const toldBy = async (registry: Registry): Promise<unknown> =>
  JSON.parse(JSON.stringify(await registry.getMetricsAsJSON()), (name, value) =>
    name === 'exemplar' ? undefined : value,
  );

it("is told as prom-client's own histogram is, whatever was observed", async () => {
  const values = fc.double({ min: 0, max: 4, noNaN: true });
  const observed = fc.array(
    fc.tuple(fc.constantFrom('ask', 'make'), fc.oneof(values, fc.constantFrom(...about.buckets))),
  );
  await fc.assert(
    fc.asyncProperty(observed, async (observations) => {
      const [ours, theirs] = [new Registry(), new Registry()];
      const histogram = new SeriesHistogram({ ...about, registry: ours });
      const series = {
        ask: histogram.seriesOf({ stage: 'ask', way: 'up' }),
        make: histogram.seriesOf({ stage: 'make', way: 'up' }),
      };
      const other = new Histogram({
        ...about,
        labelNames: [...about.labelNames],
        buckets: [...about.buckets],
        registers: [theirs],
      });
      for (const stage of ['ask', 'make']) other.zero({ stage, way: 'up' });
      for (const [stage, value] of observations) {
        series[stage as 'ask' | 'make'].observe(value);
        other.observe({ stage, way: 'up' }, value);
      }
      expect(await ours.metrics()).toBe(await theirs.metrics());
      expect(await toldBy(ours)).toEqual(await toldBy(theirs));
    }),
  );
});
