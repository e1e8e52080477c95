import { installOracle } from './install.ts';

/** Before the tests run, so that no two of their processes install at a time. */
export const setup = (): Promise<void> => installOracle();
