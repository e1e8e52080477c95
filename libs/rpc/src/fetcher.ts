export * from './generated/isochron/fetcher/v1/fetcher.ts';
