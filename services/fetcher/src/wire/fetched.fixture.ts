import { type Field, IsochronError, setValue, type Value, type Vector } from '@isochron/schema';
import { arbitraryType, arbitraryValue } from '@isochron/schema/arbitrary';
import { Fetched, type ReadPlan, Status } from '@isochron/serving';
import fc from 'fast-check';

/** An answer, and what it was made of. */
export interface Sample {
  readonly fields: readonly Field[];
  /** By row and field; null where the status gives no value. */
  readonly values: readonly (readonly Value[])[];
  readonly statuses: readonly (readonly number[])[];
  readonly agesMs: readonly number[];
}

const GIVEN: readonly number[] = [Status.PRESENT, Status.APPROXIMATE, Status.STALE];
const NOT_GIVEN: readonly number[] = [Status.NULL, Status.NOT_FOUND, Status.ERROR];

/** Answers of any types, with nulls, extremes and all statuses. */
export const arbitrarySample: fc.Arbitrary<Sample> = fc
  .tuple(fc.array(arbitraryType(2), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 5 }))
  .chain(([types, rows]) => {
    const fields = types.map((type, at) => ({ name: `feature_${at}`, type }));
    const row = fc.tuple(...types.map((type) => fc.tuple(arbitraryValue(type), fc.nat(2))));
    return fc
      .tuple(
        fc.array(row, { minLength: rows, maxLength: rows }),
        fc.array(fc.oneof(fc.constantFrom(0, Number.NaN), fc.nat(2 ** 40)), { minLength: rows, maxLength: rows }),
      )
      .map(([cells, agesMs]) => ({
        fields,
        values: cells.map((each) => each.map(([value]) => value)),
        statuses: cells.map((each) =>
          each.map(([value, pick]) => (value === null ? NOT_GIVEN : GIVEN)[pick] ?? Status.NULL),
        ),
        agesMs,
      }));
  });

/** The answer as a reader has it, of one part; what stands under a status without a value is left over from before. */
export function fetchedOf({ fields, values, statuses, agesMs }: Sample, left = 0): Fetched {
  const plan = {
    outputs: fields.map((field, base) => ({ kind: 'base', field, base })),
    base: fields,
    fields,
    parts: [{ name: 'part' }],
    externals: [],
    sources: fields.map(() => [0]),
  };
  // All of a plan that an answer is made for.
  const fetched = new Fetched(plan as unknown as ReadPlan, values.length + left, () => undefined);
  fetched.rows = values.length;
  fetched.atMs = 1_705_276_800_000;
  for (const [row, cells] of values.entries()) {
    for (const [at, value] of cells.entries()) {
      setValue(fetched.vectors[at] as Vector, row, value);
      fetched.statuses[row * fields.length + at] = statuses[row]?.[at] ?? 0;
    }
    fetched.agesMs[row] = agesMs[row] ?? Number.NaN;
  }
  const [part] = fetched.parts;
  if (part !== undefined) {
    part.generation = 7;
    part.batchEndMs = -1;
    part.error = new IsochronError('DATA_LOSS', 'A row is damaged: \u{1f600}.');
  }
  return fetched;
}
