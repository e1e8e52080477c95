export * from './call.ts';
export * from './caller.ts';
export * from './client.ts';
export type { Readiness } from './health.ts';
export * from './loopback.ts';
export type { ClientProof } from './proof.ts';
export * from './server.ts';
export * from './status.ts';
export * from './tls.ts';
