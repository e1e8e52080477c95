import { airbnbOperation } from './kinds/airbnb-operation.ts';
import { airbnbWindow } from './kinds/airbnb-window.ts';
import { lambda } from './kinds/lambda.ts';
import { operation } from './kinds/operation.ts';
import { snapshot } from './kinds/snapshot.ts';
import { temporal } from './kinds/temporal.ts';
import { unsupported } from './kinds/unsupported.ts';
import { names } from './names/index.ts';
import { sketches } from './sketches/index.ts';
import type { Suite } from './suite.ts';

/** Every case file that is known, by its name, and every kind of case in it. */
export const suites: Readonly<Record<string, Suite>> = {
  operations: { operation, unsupported },
  airbnb: { operation: airbnbOperation, window: airbnbWindow },
  windows: { temporal, snapshot },
  online: { lambda },
  names,
  sketches,
};
