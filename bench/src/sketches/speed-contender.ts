/** The speed of our sketches, in a process of its own: `speed-contender.ts COUNT MERGES`. Prints a line of JSON a subject, as the Java contender does. */
import { MERGED_ITEMS } from './subject.ts';
import { speedSubjects } from './subjects/index.ts';

const [count = 0, merges = 0] = process.argv.slice(2).map(Number);

for (const subject of speedSubjects) {
  // Until the machine code is settled; of three runs after that the fastest counts, because others use the machine too.
  for (let warm = 0; warm < 3; warm++) subject.run(count, merges);
  const runs = Array.from({ length: 3 }, () => subject.run(count, merges));
  const least = (figure: 'updateMs' | 'fewMs' | 'mergeMs'): number => Math.min(...runs.map((run) => run[figure]));
  const line = {
    name: subject.name,
    updateNs: (least('updateMs') * 1e6) / count,
    fewNs: (least('fewMs') * 1e6) / (merges * MERGED_ITEMS),
    mergeNs: (least('mergeMs') * 1e6) / merges,
    bytes: runs[0]?.bytes,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
