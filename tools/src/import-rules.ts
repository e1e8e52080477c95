/**
 * `npm run rules`: fails when a source breaks one of the rules of ARCHITECTURE.md about which way things point, and names each place.
 * Written here because no library at hand says all of it: dependency-cruiser 18 reads TypeScript through a compiler API that
 * TypeScript 7 does not have, and neither it nor biome sees project references or uses of a clock.
 */
import { join } from 'node:path';
import { packageTable } from './import-rules/package-table.ts';
import { rules } from './import-rules/rules.ts';
import { readTree } from './import-rules/source-tree.ts';

const tree = readTree(join(import.meta.dirname, '..', '..'));
let violationsTotal = 0;
for (const rule of rules) {
  const violations = rule.check(tree, packageTable);
  violationsTotal += violations.length;
  for (const { file, line, message } of violations)
    console.error(`${line === null ? file : `${file}:${line}`} ${message}`);
  if (violations.length > 0) console.error(`  (${rule.name}) ${rule.why}\n`);
}
const files = tree.packages.reduce((sum, member) => sum + member.files.length, 0);
if (violationsTotal > 0) process.exitCode = 1;
else console.log(`${files} files of ${tree.packages.length} packages keep the ${rules.length} import rules.`);
