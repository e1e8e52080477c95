import { type DataField, type ExternalPart, sanitize, type TDataType } from '@isochron/thrift';

/** The service whose keys are its values: what the caller of a join gives besides its keys. */
export const CONTEXTUAL = 'contextual';

export interface ExternalColumns {
  /** What the service is registered under. */
  readonly service: string;
  /** True where the caller gives the values himself. */
  readonly isContextual: boolean;
  /** What the service is asked by, each carried by a left column of its name or by the one that is mapped to it. */
  readonly keys: readonly DataField[];
  /** The columns of the join, `ext_[prefix_]{service}_{field}`, in the order of the service's fields. */
  readonly values: readonly { readonly name: string; readonly field: string; readonly type: TDataType | null }[];
}

export function externalColumns({ source = {}, prefix }: ExternalPart): ExternalColumns {
  const service = source.metadata?.name ?? '';
  const start = `ext_${prefix === undefined || prefix === '' ? '' : `${prefix}_`}${sanitize(service)}_`;
  return {
    service,
    isContextual: service === CONTEXTUAL,
    keys: source.keySchema?.params ?? [],
    values: (source.valueSchema?.params ?? []).map(({ name: field = '', dataType }) => ({
      name: start + field,
      field,
      type: dataType ?? null,
    })),
  };
}
