import { enableCompileCache } from 'node:module';

/** The thread of a `FoldThread`. What Node keeps of compiled code is asked for first: it more than halves the time the thread takes to start. */
enableCompileCache();
await import('./fold-loop.ts');
