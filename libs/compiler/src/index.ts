export * from './catalog.ts';
export * from './diagnostic.ts';
export * from './plan.ts';
