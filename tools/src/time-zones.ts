/**
 * `npm run time-zones` writes the tz data that expressions compute with, from the tz database of the Node.js it runs on, for the names in
 * `time-zones/names.txt`. To be run when that Node.js is to bring a newer database: a change of the data may change values.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zoneDataFile } from './time-zones/file.ts';

const folder = join(import.meta.dirname, 'time-zones');
const target = join(import.meta.dirname, '..', '..', 'libs', 'expression', 'src', 'runtime', 'zone-data.generated.ts');
const names = readFileSync(join(folder, 'names.txt'), 'utf8')
  .split('\n')
  .filter((name) => name !== '');
const text = zoneDataFile(names, process.versions['tz'] ?? 'unknown');
writeFileSync(target, text);
console.log(`wrote ${names.length} zones of ${process.versions['tz']}, ${Math.round(text.length / 1024)} kB`);
