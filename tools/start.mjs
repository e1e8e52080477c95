/** `npm start`: installs what is missing, then runs the quickstart on the pinned Node. Arguments after `--` go on to it. */
import { installed, run } from './bootstrap.mjs';

const node = await installed({ forTests: false });
process.exitCode = await run(node, ['examples/flights/src/start.ts', ...process.argv.slice(2)]);
