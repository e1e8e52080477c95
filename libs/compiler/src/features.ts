import { type FeatureSpec, operationOf } from '@isochron/aggregation';
import type { OperationName } from '@isochron/schema';
import { type Aggregation, Operation, type Window } from '@isochron/thrift';
import { windowMs, windowText } from './window-text.ts';

/** One feature of a GroupBy, and the aggregation it comes from. */
export interface UnpackedFeature {
  readonly path: string;
  readonly window: Window | null;
  readonly spec: FeatureSpec;
}

const namesByNumber = new Map<number, string>(Object.entries(Operation).map(([name, number]) => [number, name]));

/** Features in the order of their columns: bucket by bucket, and in each window by window. */
export function unpackFeatures(aggregations: readonly Aggregation[], path: string): readonly UnpackedFeature[] {
  return aggregations.flatMap((aggregation, position) => {
    const buckets =
      aggregation.buckets === undefined || aggregation.buckets.length === 0 ? [null] : aggregation.buckets;
    const windows = aggregation.windows ?? [null];
    const at = `${path}aggregations[${position}]`;
    return buckets.flatMap((bucket) =>
      windows.map((window, index): UnpackedFeature => {
        const windowPath = window === null ? at : `${at}.windows[${index}]`;
        return { path: windowPath, window, spec: featureSpec(aggregation, bucket, window) };
      }),
    );
  });
}

function featureSpec(aggregation: Aggregation, bucket: string | null, window: Window | null): FeatureSpec {
  // Both enums are generated from one IDL, so that a number's name is an operation's; unset is LAST, as the existing system has it.
  const operation = namesByNumber.get(aggregation.operation ?? Operation.LAST) as OperationName;
  const args = aggregation.argMap ?? {};
  const input = aggregation.inputColumn ?? '';
  const ending = `${windowText(window) === '' ? '' : `_${windowText(window)}`}${bucket === null ? '' : `_by_${bucket}`}`;
  const name = `${input}_${operationOf(operation).suffix(args)}${ending}`;
  return { name, operation, args, input, bucket, windowMs: windowMs(window) };
}
