import type {
  Checked,
  CheckedGroupBy,
  CheckedJoin,
  CheckedModel,
  CheckedModelTransforms,
  CheckedSource,
} from './checked.ts';
import type { CheckedExpression } from './checked-expression.ts';

/**
 * An object and every object that stands in it and is not checked by itself: those of a join's parts and labels, those that sources read, models. Outer ones
 * first.
 */
function objectsIn(object: Checked): readonly Checked[] {
  return [object, ...inner(object).flatMap(objectsIn)];
}

function inner(object: Checked): readonly Checked[] {
  switch (object.kind) {
    case 'group-by':
      return object.sources.flatMap(upstreamOf);
    case 'join':
      return [
        ...upstreamOf(object.left),
        ...object.parts.flatMap(({ groupBy, isCopy }) => (isCopy ? [] : [groupBy])),
        ...object.labels.map(({ part }) => part.groupBy),
      ];
    case 'model-transforms':
      return [...object.sources.flatMap(upstreamOf), ...object.models];
    case 'model':
      return object.training === null ? [] : upstreamOf(object.training);
    case 'staging-query':
      return [];
  }
}

const upstreamOf = ({ upstream }: CheckedSource): readonly Checked[] => (upstream === null ? [] : [upstream]);

/** An object with everything that stands in it, laid out once for all rules. */
export interface Scope {
  readonly root: Checked;
  readonly objects: readonly Checked[];
  readonly groupBys: readonly CheckedGroupBy[];
  readonly joins: readonly CheckedJoin[];
  readonly models: readonly CheckedModel[];
  readonly modelTransforms: readonly CheckedModelTransforms[];
  readonly sources: readonly CheckedSource[];
  /** Every SQL text. */
  readonly expressions: readonly CheckedExpression[];
}

export function scopeOf(root: Checked): Scope {
  const objects = objectsIn(root);
  const groupBys = objects.filter((each) => each.kind === 'group-by');
  const joins = objects.filter((each) => each.kind === 'join');
  const models = objects.filter((each) => each.kind === 'model');
  const modelTransforms = objects.filter((each) => each.kind === 'model-transforms');
  const sources = objects.flatMap(ownSources);
  const derived = [...groupBys, ...joins].flatMap(({ derivations }) => derivations.expressions);
  const taken = joins.flatMap(({ bootstraps }) => bootstraps.flatMap(({ source }) => sourceTexts(source)));
  const asked = models.flatMap(({ inputs, outputs }) => [...inputs, ...outputs].map(({ expression }) => expression));
  const expressions = [...sources.flatMap(sourceTexts), ...derived, ...taken, ...asked];
  return { root, objects, groupBys, joins, models, modelTransforms, sources, expressions };
}

function ownSources(object: Checked): readonly CheckedSource[] {
  switch (object.kind) {
    case 'group-by':
    case 'model-transforms':
      return object.sources;
    case 'join':
      return [object.left];
    case 'model':
      return object.training === null ? [] : [object.training];
    case 'staging-query':
      return [];
  }
}

function sourceTexts({ expressions, mutations }: CheckedSource): readonly CheckedExpression[] {
  if (mutations === null) return expressions;
  const { time, selects, wheres, changeTime, isBefore } = mutations;
  return [...expressions, time, ...selects.map(({ expression }) => expression), ...wheres, changeTime, isBefore];
}

/** The object that a path stands in, the innermost; the whole where none is nearer. */
export function ownerOf(path: string, { objects, root }: Scope): Checked {
  const holds = (each: Checked): boolean => each.path === '' || path === each.path || path.startsWith(`${each.path}.`);
  return objects.filter(holds).sort((a, b) => b.path.length - a.path.length)[0] ?? root;
}
