export * from './generated/isochron/external/v1/external.ts';
