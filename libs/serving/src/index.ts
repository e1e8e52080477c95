export { type CacheFigures, ContributionCache } from './cache/contribution-cache.ts';
export * from './fetch/index.ts';
export * from './layout/index.ts';
