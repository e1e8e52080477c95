export * from './call.ts';
export * from './caller.ts';
export * from './client.ts';
export * from './server.ts';
export * from './status.ts';
