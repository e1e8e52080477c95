import type { FeatureSpec } from './feature.ts';
import { operationOf } from './operations/index.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './window.ts';

/** `{input}_{suffix}_{window}[_by_{bucket}]`: `amount_sum_7d`, `item_last10_1d_by_category`, without the window `amount_sum`. */
export function featureName(parts: Omit<FeatureSpec, 'name'>): string {
  const operation = operationOf(parts.operation);
  const window = parts.windowMs === null ? '' : `_${windowText(parts.windowMs)}`;
  const bucket = parts.bucket === null ? '' : `_by_${parts.bucket}`;
  return `${parts.input}_${operation.suffix(parts.args)}${window}${bucket}`;
}

/** `7d`, `1h`, `30m`: in the largest unit that divides the window. */
export function windowText(windowMs: number): string {
  if (windowMs % DAY_MS === 0) return `${windowMs / DAY_MS}d`;
  return windowMs % HOUR_MS === 0 ? `${windowMs / HOUR_MS}h` : `${windowMs / MINUTE_MS}m`;
}
