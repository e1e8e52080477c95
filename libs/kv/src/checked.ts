import { compareBytes, IsochronError } from '@isochron/schema';
import {
  type ColumnRange,
  type Condition,
  limits,
  type Mutation,
  type ReadRequest,
  type RowMutation,
  type ScanRequest,
  type TableSpec,
} from './store.ts';

const NAME = /^[a-z][a-z0-9_]*$/;

/** Refuses a table that no adapter takes. */
export function checkTable({ name, families }: TableSpec): void {
  checkName(name, 'table');
  within(families.length, limits.familiesPerTable, `families of table "${name}"`);
  for (const { name: family, versionsMax, ageMaxMs } of families) {
    checkName(family, `family of table "${name}"`);
    if (ageMaxMs !== undefined) checkCount(ageMaxMs, limits.timestampMs, `ageMaxMs of family "${family}"`);
    checkCount(versionsMax, limits.versionsMax, `versionsMax of family "${family}"`);
  }
  const names = families.map((family) => family.name);
  const twice = names.find((family, index) => names.indexOf(family) < index);
  if (twice !== undefined) throw refused(`Table "${name}" has the family "${twice}" twice.`);
}

export function checkRead({ keys, columns, versions }: ReadRequest): void {
  within(keys.length, limits.keysPerRead, 'keys of a read');
  for (const key of keys) checkKey(key);
  checkColumns(columns, versions);
}

export function checkScan({ rowsMax, from, to, columns, versions }: ScanRequest): void {
  checkCount(rowsMax, limits.rowsPerScan, 'rowsMax of a scan');
  within(from.length, limits.keyBytes, 'bytes of the first key of a scan');
  if (to !== null) within(to.length, limits.keyBytes, 'bytes of the end of a scan');
  checkColumns(columns, versions);
}

export function checkRows(rows: readonly RowMutation[]): void {
  const keys = new Set<string>();
  let bytes = 0;
  let mutations = 0;
  for (const row of rows) {
    checkKey(row.key);
    const name = Buffer.from(row.key).toString('latin1');
    if (keys.has(name)) throw refused(`Key ${keyText(row.key)} stands twice in one call; put its mutations together.`);
    keys.add(name);
    if (row.mutations.length === 0) throw refused(`Nothing is to be done to row ${keyText(row.key)}.`);
    mutations += row.mutations.length;
    bytes += row.key.length;
    for (const mutation of row.mutations) bytes += checkMutation(mutation, row.key);
  }
  within(mutations, limits.mutationsPerCall, 'mutations of a call');
  within(bytes, limits.bytesPerCall, 'bytes of a call');
}

export function checkCondition({ qualifier, value }: Condition): void {
  within(qualifier.length, limits.qualifierBytes, 'bytes of the qualifier of a condition');
  if (value !== null) within(value.length, limits.valueBytes, 'bytes of the value of a condition');
}

/** Of a family of a row, in a store that knows it. */
export function checkFamilyBytes(bytes: number, family: string, key: Uint8Array): void {
  if (bytes <= limits.familyBytes) return;
  throw new IsochronError(
    'RESOURCE_EXHAUSTED',
    `Row ${keyText(key)} would have ${bytes} bytes in family "${family}"; ${limits.familyBytes} is the most.`,
  );
}

/** A key as people can read it: as JSON text where it is printable ASCII, else in hex; long ones cut. */
export function keyText(key: Uint8Array): string {
  const shown = Buffer.from(key.subarray(0, 60));
  const text = shown.every((byte) => byte >= 0x20 && byte < 0x7f)
    ? JSON.stringify(shown.toString('latin1'))
    : `0x${shown.toString('hex')}`;
  return key.length > 60 ? `${text}…` : text;
}

function checkMutation(mutation: Mutation, key: Uint8Array): number {
  if (mutation.kind === 'delete-row' || mutation.kind === 'delete-family') return 0;
  const where = () => `family "${mutation.family}" of row ${keyText(key)}`;
  within(mutation.qualifier.length, limits.qualifierBytes, () => `bytes of a qualifier in ${where()}`);
  if (mutation.kind === 'delete-column') return mutation.qualifier.length;
  within(mutation.value.length, limits.valueBytes, () => `bytes of a value in ${where()}`);
  const { timestampMs } = mutation;
  if (!Number.isInteger(timestampMs) || timestampMs < 0 || timestampMs > limits.timestampMs) {
    throw refused(`A timestamp in ${where()} is ${timestampMs}; it must be whole milliseconds from 0 on.`);
  }
  return mutation.qualifier.length + mutation.value.length;
}

function checkColumns(columns: readonly ColumnRange[], versions: number | undefined): void {
  if (columns.length === 0) throw refused('No family is asked for.');
  if (versions !== undefined) checkCount(versions, limits.versionsMax, 'versions');
  const families = columns.map(({ family }) => family);
  const twice = families.find((family, index) => families.indexOf(family) < index);
  if (twice !== undefined) throw refused(`Family "${twice}" is asked for twice.`);
  for (const { family, from, to } of columns) {
    if (from !== undefined && to !== undefined && compareBytes(from, to) > 0)
      throw refused(`The columns of family "${family}" end before they begin.`);
  }
}

function checkName(name: string, what: string): void {
  if (NAME.test(name) && name.length <= limits.nameLength) return;
  throw refused(
    `${JSON.stringify(name)} cannot be the name of a ${what}: a small letter, then small letters, digits and _, ${limits.nameLength} at most.`,
  );
}

function checkKey(key: Uint8Array): void {
  if (key.length === 0) throw refused('A key has no bytes; it must have at least one.');
  within(key.length, limits.keyBytes, () => `bytes of key ${keyText(key)}`);
}

function checkCount(count: number, most: number, what: string): void {
  if (Number.isInteger(count) && count >= 1 && count <= most) return;
  throw refused(`${what} is ${count}; it must be a whole number from 1 to ${most}.`);
}

/** Texts that take time to make are made when they are needed: this runs for every key and value. */
function within(count: number, most: number, what: string | (() => string)): void {
  if (count <= most) return;
  throw refused(`There are ${count} ${typeof what === 'string' ? what : what()}; ${most} is the most.`);
}

const refused = (message: string): IsochronError => new IsochronError('INVALID_ARGUMENT', message);
