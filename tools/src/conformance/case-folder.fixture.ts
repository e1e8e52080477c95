import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Report } from './report.ts';
import { run } from './run.ts';

/** A new folder with files by their paths: a list is a case file of one JSON object a line, a text is written as it is. */
export function folderOf(files: Readonly<Record<string, readonly object[] | string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    const lines = typeof content === 'string' ? content : content.map((line) => JSON.stringify(line)).join('\n');
    writeFileSync(path, typeof content === 'string' ? content : gzipSync(lines));
  }
  return folder;
}

/** What the runner prints of a folder. */
export function printed(folder: string, without: readonly string[] = []): readonly string[] {
  const lines: string[] = [];
  run([folder], without, new Report((line) => lines.push(line)));
  return lines;
}

/** 1 + 2 + 4, as the existing system has it. */
export const sumCase = {
  id: 7,
  kind: 'operation',
  op: 'SUM',
  inputType: 'long',
  args: {},
  mode: 'fold',
  rows: [
    [1000, 1],
    [2000, null],
    [3000, 2],
    [4000, 4],
  ],
  column: 'v_sum',
  irType: 'long',
  outputType: 'long',
  value: 7,
  irSchema: {
    type: 'record',
    name: 'IR',
    namespace: 'ai.chronon.data',
    doc: '',
    fields: [{ name: 'v_sum', type: ['null', 'long'], doc: '' }],
  },
  irHex: '020e',
};
