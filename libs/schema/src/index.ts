export * from './data-type.ts';
export * from './isochron-error.ts';
export * from './operation-name.generated.ts';
export * from './vector.ts';
