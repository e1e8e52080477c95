import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { generatorFile } from './proto-generator.ts';

/** Where what is generated from `proto/` stands. */
const FOLDER = 'libs/rpc/src/generated';

/** Plain objects that are read only, enums as objects of numbers, a `oneof` as a union by `$case`, JSON written as the protobuf mapping has it. */
const OPTIONS = [
  'outputServices=grpc-js',
  'importSuffix=.ts',
  'enumsAsLiterals=true',
  'oneof=unions-value',
  'useReadonlyTypes=true',
  'useExactTypes=false',
  'outputJsonMethods=to-only',
  'unrecognizedEnum=false',
  // A long that must be whole beyond 2^53 says so in the file.
  'useJsTypeOverride=true',
  'exportCommonSymbols=false',
  'annotateFilesWithVersion=false',
  'esModuleInterop=true',
  // Longs that may be beyond 2^53 are texts where the file asks for it.
  'useJsTypeOverride=true',
];

/** The TypeScript of every file below `proto/`: path under the root of the repository -> text. Throws what buf says of one that is wrong. */
export function protoFiles(root: string): ReadonlyMap<string, string> {
  const out = mkdtempSync(join(tmpdir(), 'isochron-proto-'));
  try {
    buf(root, out, ['lint', 'proto']);
    const plugin = { local: [process.execPath, generatorFile('ts-proto', 'protoc-gen-ts_proto')], out, opt: OPTIONS };
    buf(root, out, ['generate', 'proto', '--template', JSON.stringify({ version: 'v2', plugins: [plugin] })]);
    const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    return new Map(
      names.sort().map((name) => [`${FOLDER}/${name.split(sep).join('/')}`, readFileSync(join(out, name), 'utf8')]),
    );
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function buf(root: string, cache: string, parameters: readonly string[]): void {
  const env = { PATH: process.env['PATH'], BUF_CACHE_DIR: cache };
  execFileSync(process.execPath, [generatorFile('@bufbuild/buf', 'bin/buf'), ...parameters], { cwd: root, env });
}
