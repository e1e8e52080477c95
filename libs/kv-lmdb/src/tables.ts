import { bytesOfText, type FamilySpec, type TableSpec, textOfBytes } from '@isochron/kv';
import { IsochronError } from '@isochron/schema';
import type { Database, RootDatabase } from 'lmdb';

export type Bytes = Database<Buffer, Uint8Array>;

export interface Family extends FamilySpec {
  readonly database: Bytes;
}

/** Where a table's rows are: a database of LMDB a family, whose keys are the rows'. */
export interface Table {
  readonly name: string;
  readonly families: ReadonlyMap<string, Family>;
}

/** Cells of earlier timestamps are too old to be there. */
export const oldestMs = ({ ageMaxMs }: FamilySpec, nowMs: number): number =>
  ageMaxMs === undefined ? Number.NEGATIVE_INFINITY : nowMs - ageMaxMs;

const ENCODINGS = { encoding: 'binary', keyEncoding: 'binary' } as const;

/** What tables there are, kept in a database of its own. Families are added to a table, never taken or changed, so what is known of one stays true. */
export class Tables {
  readonly #root: RootDatabase<Buffer, Uint8Array>;
  readonly #specs: Bytes;
  readonly #known = new Map<string, Table>();

  constructor(root: RootDatabase<Buffer, Uint8Array>) {
    this.#root = root;
    this.#specs = root.openDB<Buffer, Uint8Array>({ name: 'tables', ...ENCODINGS });
  }

  async ensure({ name, families }: TableSpec): Promise<void> {
    await this.#specs.childTransaction(() => {
      const stored = this.#stored(name) ?? [];
      const added = families.filter((family) => isNew(name, stored, family));
      const next = [...stored, ...added].map(specOf);
      if (added.length > 0 || stored.length === 0)
        this.#specs.put(bytesOfText(name), Buffer.from(JSON.stringify(next)));
    });
    this.#known.delete(name);
  }

  /** NOT_FOUND if there is no such table. A family that another process has added since is found when it is asked for. */
  find(name: string, families: Iterable<string>): Table {
    const known = this.#known.get(name);
    if (known !== undefined && [...families].every((family) => known.families.has(family))) return known;
    this.#root.resetReadTxn();
    const stored = this.#stored(name);
    if (stored === undefined) throw new IsochronError('NOT_FOUND', `There is no table "${name}".`);
    const unknown = [...families].find((family) => !stored.some((each) => each.name === family));
    if (unknown !== undefined) {
      const there = stored.map((family) => family.name).join(', ');
      throw new IsochronError('NOT_FOUND', `Table "${name}" has no family "${unknown}"; it has ${there}.`);
    }
    const opened = { name, families: new Map(stored.map((family) => [family.name, this.#open(name, family)])) };
    this.#known.set(name, opened);
    return opened;
  }

  /** Those of other processes too. */
  all(): readonly Table[] {
    this.#root.resetReadTxn();
    return [...this.#specs.getKeys()].map((key) => {
      const name = textOfBytes(key);
      const families = this.#stored(name) ?? [];
      return this.find(
        name,
        families.map((family) => family.name),
      );
    });
  }

  #open(table: string, family: FamilySpec): Family {
    const database = this.#root.openDB<Buffer, Uint8Array>({ name: `${table}.${family.name}`, ...ENCODINGS });
    return { ...family, database };
  }

  #stored(name: string): readonly FamilySpec[] | undefined {
    const bytes = this.#specs.getBinary(bytesOfText(name));
    // Written by `ensure` alone, as JSON of specs.
    return bytes === undefined ? undefined : (JSON.parse(bytes.toString()) as FamilySpec[]);
  }
}

const specOf = ({ name, versionsMax, ageMaxMs }: FamilySpec): FamilySpec => ({
  ...{ name, versionsMax },
  ...(ageMaxMs === undefined ? {} : { ageMaxMs }),
});

function isNew(table: string, stored: readonly FamilySpec[], family: FamilySpec): boolean {
  const there = stored.find(({ name }) => name === family.name);
  if (there === undefined) return true;
  if (there.versionsMax === family.versionsMax && there.ageMaxMs === family.ageMaxMs) return false;
  throw new IsochronError(
    'FAILED_PRECONDITION',
    `Family "${family.name}" of table "${table}" keeps ${keptText(there)}, not ${keptText(family)}.`,
  );
}

const keptText = ({ versionsMax, ageMaxMs }: FamilySpec): string =>
  `${versionsMax} versions of a cell ${ageMaxMs === undefined ? 'for ever' : `for ${ageMaxMs} ms`}`;
