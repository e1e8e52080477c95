import { type DataType, longType, type StructType, structType, typeText } from '@isochron/schema';

/** A value with the time of its event, as the IR of FIRST, LAST and their k-fold forms. */
export type TimePair<V> = { readonly epochMillis: number; readonly payload: V };

export const timePairType = (payload: DataType): StructType =>
  structType(`TimePair_${typeText(payload)}`, [
    { name: 'epochMillis', type: longType },
    { name: 'payload', type: payload },
  ]);
