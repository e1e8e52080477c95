import type {
  Checked,
  CheckedGroupBy,
  CheckedJoin,
  CheckedModel,
  CheckedModelTransforms,
  CheckedSource,
} from './checked.ts';
import type { CheckedExpression } from './checked-expression.ts';

/** An object and every object that stands in it: those of a join's parts and labels, those that sources read, models. Outer ones first. */
export function objectsIn(object: Checked): readonly Checked[] {
  return [object, ...inner(object).flatMap(objectsIn)];
}

function inner(object: Checked): readonly Checked[] {
  switch (object.kind) {
    case 'group-by':
      return object.sources.flatMap(upstreamOf);
    case 'join':
      return [
        ...upstreamOf(object.left),
        ...object.parts.map(({ groupBy }) => groupBy),
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

/** Every source of an object and of those in it. */
export const sourcesOf = (object: Checked): readonly CheckedSource[] => objectsIn(object).flatMap(ownSources);

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

export const groupBysOf = (object: Checked): readonly CheckedGroupBy[] =>
  objectsIn(object).filter((each) => each.kind === 'group-by');

export const joinsOf = (object: Checked): readonly CheckedJoin[] =>
  objectsIn(object).filter((each) => each.kind === 'join');

export const modelsOf = (object: Checked): readonly CheckedModel[] =>
  objectsIn(object).filter((each) => each.kind === 'model');

export const modelTransformsOf = (object: Checked): readonly CheckedModelTransforms[] =>
  objectsIn(object).filter((each) => each.kind === 'model-transforms');

/** Every SQL text of an object and of those in it. */
export function expressionsOf(object: Checked): readonly CheckedExpression[] {
  const derived = [...groupBysOf(object), ...joinsOf(object)].flatMap(({ derivations }) => derivations.expressions);
  const taken = joinsOf(object).flatMap(({ bootstraps }) => bootstraps.flatMap(({ source }) => sourceTexts(source)));
  const asked = modelsOf(object).flatMap(({ inputs, outputs }) =>
    [...inputs, ...outputs].map(({ expression }) => expression),
  );
  return [...sourcesOf(object).flatMap(sourceTexts), ...derived, ...taken, ...asked];
}

function sourceTexts({ expressions, mutations }: CheckedSource): readonly CheckedExpression[] {
  if (mutations === null) return expressions;
  const { time, selects, wheres, changeTime, isBefore } = mutations;
  return [...expressions, time, ...selects.map(({ expression }) => expression), ...wheres, changeTime, isBefore];
}

/** The object that a path stands in, the innermost; the whole where none is nearer. */
export function ownerOf(path: string, object: Checked): Checked {
  const holds = (each: Checked): boolean => each.path === '' || path === each.path || path.startsWith(`${each.path}.`);
  return (
    objectsIn(object)
      .filter(holds)
      .sort((a, b) => b.path.length - a.path.length)[0] ?? object
  );
}

/** A path below an object's own. */
export const within = ({ path }: { readonly path: string }, field: string): string =>
  path === '' ? field : `${path}.${field}`;
