import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DataSet, dataSetIn } from './data-set.ts';
import { type BenchJoin, mixedJoin, numbersJoin, wideJoin, yearJoin } from './definitions.ts';

/** The Joins that are measured, and the home they are served from. */
export interface BenchHome extends DataSet {
  readonly numbers: BenchJoin;
  readonly mixed: BenchJoin;
}

/** Made once a day; 3 GB. */
export async function benchHome(quick: boolean): Promise<BenchHome> {
  const numbers = numbersJoin(quick ? 2_000 : 100_000);
  const mixed = mixedJoin(quick ? 500 : 10_000);
  return { ...(await dataSetIn(folder(`fetch-${numbers.keys}`), [numbers, mixed])), numbers, mixed };
}

export interface ShapesHome extends DataSet {
  readonly wide: BenchJoin;
  readonly year: BenchJoin;
}

export async function shapesHome(): Promise<ShapesHome> {
  const [wide, year] = [wideJoin(500), yearJoin(1_000)];
  return { ...(await dataSetIn(folder('fetch-shapes'), [wide, year])), wide, year };
}

/** Few keys, so that it is made quickly. */
export async function smallHome(name: string, keys: number): Promise<DataSet & { readonly numbers: BenchJoin }> {
  const numbers = numbersJoin(keys);
  return { ...(await dataSetIn(folder(name), [numbers])), numbers };
}

/** The same, for who changes what is there. */
export function freshHome(name: string, keys: number): ReturnType<typeof smallHome> {
  rmSync(folder(name), { recursive: true, force: true });
  return smallHome(name, keys);
}

const folder = (name: string): string => fileURLToPath(new URL(`../../.data/${name}`, import.meta.url));
