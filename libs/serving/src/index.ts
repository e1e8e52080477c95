export { type CacheFigures, ContributionCache } from './cache/contribution-cache.ts';
export { BatchHalfDecoder } from './decode/batch-half-decoder.ts';
export { Cursor } from './decode/cursor.ts';
export { Texts } from './decode/texts.ts';
export * from './fetch/index.ts';
export * from './layout/index.ts';
