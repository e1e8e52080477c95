/** The errors of one sketch, in a process of its own: `accuracy-contender.ts NAME SIZES [TRIALS]`. Prints a line of JSON a size. */
import { accuracyOf, trialsOf } from './accuracy.ts';
import { accuracySubjects } from './subjects/index.ts';

const [name, sizes = '', trials] = process.argv.slice(2);
const subject = accuracySubjects.find((each) => each.name === name);
if (subject === undefined) throw new Error(`there is no sketch "${name}"`);

for (const n of sizes.split(',').map(Number)) {
  const rows = accuracyOf(subject, n, trials === undefined ? trialsOf(n) : Number(trials));
  process.stdout.write(`${JSON.stringify(rows)}\n`);
}
