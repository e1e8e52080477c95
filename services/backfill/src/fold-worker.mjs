import { enableCompileCache } from 'node:module';

/**
 * The thread of a `FoldThread`. What Node keeps of compiled code is asked for first: it more than halves the time the thread takes to start.
 * It is JavaScript, because to read TypeScript before that would load what strips its types.
 */
enableCompileCache();
await import('./fold-loop.ts');
