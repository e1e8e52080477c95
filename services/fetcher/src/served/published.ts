import { type DefinitionObject, objectOfFile, readObject } from '@isochron/compiler';
import type { ListedObject, SetEntry, SetSnapshot } from '@isochron/metadata';
import { IsochronError } from '@isochron/schema';
import { problemText } from '@isochron/thrift';

/** What of a published set is to be served. Of what the store has lost the summary of, that is only known once its text is read. */
export const listedIn = ({ objects, damaged }: SetSnapshot): readonly ListedObject[] =>
  [...objects, ...damaged.flatMap(listedByFile)].filter(
    ({ summary }) => summary.isOnline && (summary.kind === 'join' || summary.kind === 'group-by'),
  );

function listedByFile(entry: SetEntry): readonly ListedObject[] {
  const named = objectOfFile(entry.file);
  if (named === null) return [];
  const team = named.name.split('/')[0] ?? '';
  const summary = { ...named, team, isOnline: true, tags: [], columns: [], description: null };
  return [{ ...entry, summary }];
}

/** A definition of which the store has lost the text, or has another. */
export class DamagedDefinition extends IsochronError {
  constructor(file: string) {
    super(
      'FAILED_PRECONDITION',
      `${file} is published, and its text in the store is damaged: it is missing, or not what its hash says. Publish the set again, with its text.`,
    );
  }
}

/** From its text; not given: it is damaged. */
export function objectIn({ file, summary }: ListedObject, text: string | undefined): DefinitionObject | IsochronError {
  const named = objectOfFile(file);
  if (text === undefined || named === null) return new DamagedDefinition(file);
  const reading = readObject(named.kind, text, summary.name);
  if (reading.kind !== 'refused') return reading.value;
  return new IsochronError(
    'FAILED_PRECONDITION',
    `${file} cannot be read: ${reading.problems.map(problemText).join('; ')}.`,
  );
}
