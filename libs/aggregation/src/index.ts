export * from './feature.ts';
export * from './operation.ts';
export * from './window.ts';
