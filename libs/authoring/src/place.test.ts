import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseFrame, placeOfCall } from './place.ts';

test.each([
  ['    at file:///repo/features/a.ts:3:14', '/repo/features/a.ts', 3, 14],
  ['    at lag (file:///repo/my%20features/a.ts:3:14)', '/repo/my features/a.ts', 3, 14],
  ['    at Object.<anonymous> (/repo/a (copy)/b.js:12:1)', '/repo/a (copy)/b.js', 12, 1],
  ['    at async file:///repo/a.ts?version=2:7:9', '/repo/a.ts', 7, 9],
  ['    at C:\\repo\\a.ts:3:14', 'C:\\repo\\a.ts', 3, 14],
  ['    at aggregations (file:///C:/repo/a.ts:3:14)', 'C:\\repo\\a.ts', 3, 14],
  ['    at <anonymous>', '<unknown>', 1, 1],
])('%s', (frame, file, line, column) => {
  expect(parseFrame(frame)).toEqual({ file, line, column });
});

test('a call is placed in the file of its caller, and the stack limit is left as it was', () => {
  const limit = Error.stackTraceLimit;
  const callee = () => placeOfCall(callee);

  expect(callee().file).toBe(fileURLToPath(import.meta.url));
  expect(Error.stackTraceLimit).toBe(limit);
});

test("in Node, types stripped, every call has the line and column it has in the author's file", () => {
  const fixture = new URL('../fixtures/typed.ts', import.meta.url);
  const program = `
    const { byOrigin, lateness } = await import(${JSON.stringify(fixture.href)});
    const source = lateness.left;
    const made = [source.table, source, byOrigin, ...byOrigin.aggregations, lateness, lateness.parts[0]];
    console.log(JSON.stringify(made.map(({ place }) => place)));`;

  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });

  const places = ['7:17', '8:18', '11:25', '15:39', '15:56', '18:25', '18:68'];
  expect(JSON.parse(printed)).toEqual(
    places.map((place) => {
      const [line, column] = place.split(':').map(Number);
      return { file: fileURLToPath(fixture), line, column };
    }),
  );
});
