import { tileKeyStruct, toCompact } from '@isochron/thrift';
import { type Case, numberAt, textAt } from '../case-file.ts';
import { hexBytes } from '../cell.ts';
import { sameText, type Verdict } from '../verdict.ts';

/** The compact Thrift of a tile's key; without a start where a range of tiles is asked for. */
export function tileKey(from: Case): Verdict {
  const bytes = toCompact(tileKeyStruct, {
    dataset: textAt(from, 'dataset'),
    keyBytes: hexBytes(textAt(from, 'keyHex')),
    ...('tileSizeMillis' in from && { tileSizeMillis: numberAt(from, 'tileSizeMillis') }),
    ...('tileStartMillis' in from && { tileStartTimestampMillis: numberAt(from, 'tileStartMillis') }),
  });
  return sameText('bytes', textAt(from, 'hex'), Buffer.from(bytes).toString('hex'));
}
