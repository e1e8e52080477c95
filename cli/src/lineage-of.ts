import { type Lineage, lineageOf, type ObjectLineage, type Reached } from '@isochron/compiler';
import { IsochronError } from '@isochron/schema';
import type { Context } from './context.ts';
import { dialectSaid, objectOf, readableObjects } from './plans.ts';
import { relatedFiles } from './related-files.ts';
import { compiledFiles, resolveName } from './repository.ts';

/** A definition that a person means, among all compiled ones; of a file that stands elsewhere, with them. */
export async function definitionLineage(
  context: Context,
  asked: string,
): Promise<{ readonly lineage: Lineage; readonly object: ObjectLineage }> {
  const files = compiledFiles(context.repository);
  const file = await resolveName(files, asked);
  // It has been read before, and what is to be said of it was said.
  const object = objectOf(file, { fork: context.fork, output: { ...context.output, say: () => undefined } });
  const { upstream, downstream } = relatedFiles(files.includes(file) ? files : [...files, file]);
  const related = new Set([...upstream(file), ...downstream(file)]);
  const others = readableObjects(files.filter((each) => each !== file && each.path !== file.path && related.has(each)));
  const lineage = lineageOf([object, ...others], (await dialectSaid(context)) ?? 'googlesql');
  const found = lineage.objects.find(({ kind, name }) => kind === object.kind && name === object.name);
  if (found === undefined) throw new Error(`${object.name} has no lineage of its own.`);
  return { lineage, object: found };
}

/** Of everything compiled. */
export async function repositoryLineage(context: Context): Promise<Lineage> {
  const files = compiledFiles(context.repository);
  return lineageOf(readableObjects(files), (await dialectSaid(context)) ?? 'googlesql');
}

/** The column that is asked for. Throws INVALID_ARGUMENT, naming those there are, for none of them; where they are not known, any may be asked for. */
export function columnOf(
  { kind, name }: Pick<Reached, 'kind' | 'name'>,
  known: readonly string[],
  asked: string,
): Reached {
  const found = known.find((each) => each.toLowerCase() === asked.toLowerCase());
  if (found !== undefined || known.length === 0 || known.includes('*')) return { kind, name, column: found ?? asked };
  throw new IsochronError('INVALID_ARGUMENT', `${name} has no column ${asked}; it has ${known.join(', ')}.`);
}
