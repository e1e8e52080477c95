import { enableCompileCache } from 'node:module';

/** The thread of a `JudgeThread`; JavaScript, so that what Node keeps of compiled code is used before any TypeScript is read. */
enableCompileCache();
await import('./judge-loop.ts');
