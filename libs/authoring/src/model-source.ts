import type { Columns } from './column-type.ts';
import type { ColumnsOf } from './columns-of.ts';
import { isColumnsOf } from './columns-of.ts';
import { make } from './made.ts';
import type { ModelTransformsDefinition } from './model-definition.ts';
import { isModelTransforms } from './model-transforms.ts';
import { readOptions } from './option-reader.ts';
import { placeOfCall } from './place.ts';
import type { TypedRows } from './source.ts';
import type { ModelSourceDefinition } from './source-definition.ts';

/** Each column by its own name. */
type AsTheyAre<Declared extends Columns> = { readonly [Name in keyof Declared & string]: Name };

/** Rows with predictions, whose columns are as they are: TypeScript is told of their names, and nothing is selected. */
export interface ModelSource<Declared extends Columns = Columns>
  extends ModelSourceDefinition,
    TypedRows<Declared, AsTheyAre<Declared>> {
  readonly select: AsTheyAre<Declared>;
}

export interface ModelSourceOptions<Declared extends Columns> {
  /** They must be exported from their file, so that they have a name. */
  readonly transforms: ModelTransformsDefinition;
  /** Their columns, as `isochron compile` found them: `columnsOf<ScoredColumns>()`, with the type imported from `compiled/types`. */
  readonly columns: ColumnsOf<Declared>;
}

/** Chains definitions: rows with the predictions of models as the source of a group-by or the left side of a join. */
export function modelSource<const Declared extends Columns>(
  options: ModelSourceOptions<Declared>,
): ModelSource<Declared>;
export function modelSource(written: unknown): ModelSourceDefinition {
  const place = placeOfCall(modelSource);
  const options = readOptions('modelSource', place, written, ['transforms', 'columns']);
  const transforms = options.value('transforms', 'what modelTransforms() returned', isModelTransforms);
  options.value('columns', 'what columnsOf() returned', isColumnsOf);
  options.finish();
  if (transforms === null) throw new Error('finish() throws when there are no transforms');
  return make({ kind: 'model-source', place, transforms, select: {} });
}
