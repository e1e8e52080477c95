import { Histogram, type Registry } from 'prom-client';

export interface SeriesHistogramOptions<Label extends string> {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly Label[];
  /** Upper bounds, ascending; a value belongs to the first that is not below it. */
  readonly buckets: readonly number[];
  readonly registry: Registry;
}

/**
 * A histogram of which who observes holds the series. prom-client's own looks each value up by its labels as text and counts under numbers as text, which is a good part of what a fast request costs.
 * It is told in the same form.
 */
export class SeriesHistogram<Label extends string> extends Histogram<Label> {
  readonly #name: string;
  readonly #help: string;
  readonly #buckets: Float64Array;
  readonly #series: Series<Label>[] = [];

  constructor({ name, help, labelNames, buckets, registry }: SeriesHistogramOptions<Label>) {
    super({ name, help, labelNames: [...labelNames], buckets: [...buckets], registers: [registry] });
    this.#name = name;
    this.#help = help;
    this.#buckets = Float64Array.from(buckets);
  }

  /** A new one: ask once for each set of labels, and keep it. */
  seriesOf(labels: Readonly<Record<Label, string>>): Observing {
    const series = new Series(labels, this.#buckets);
    this.#series.push(series);
    return series;
  }

  /** What prom-client asks a histogram for, as text or not; its types do not have it. */
  async getForPromString(): Promise<object> {
    const name = this.#name;
    const values = this.#series.flatMap((series) => series.told(name));
    return { name, help: this.#help, type: 'histogram', aggregator: 'sum', values };
  }
}

/** One series of a histogram. */
export interface Observing {
  observe(value: number): void;
}

class Series<Label extends string> implements Observing {
  readonly #labels: Readonly<Record<Label, string>>;
  readonly #bounds: Float64Array;
  /** One more than bounds: what is above all of them. */
  readonly #counts: Float64Array;
  #sum = 0;

  constructor(labels: Readonly<Record<Label, string>>, bounds: Float64Array) {
    this.#labels = labels;
    this.#bounds = bounds;
    this.#counts = new Float64Array(bounds.length + 1);
  }

  observe(value: number): void {
    const bounds = this.#bounds;
    let at = 0;
    while (at < bounds.length && value > (bounds[at] as number)) at++;
    this.#counts[at] = (this.#counts[at] as number) + 1;
    this.#sum += value;
  }

  told(name: string) {
    const sharedLabels = this.#labels;
    let count = 0;
    const buckets = Array.from(this.#counts, (own, at) => {
      count += own;
      return { metricName: `${name}_bucket`, labels: { le: this.#bounds[at] ?? '+Inf' }, sharedLabels, value: count };
    });
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels: {}, sharedLabels, value: this.#sum },
      { metricName: `${name}_count`, labels: {}, sharedLabels, value: count },
    ];
  }
}
