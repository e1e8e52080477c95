export * from './generated/isochron/compiler/v1/compiler.ts';
