import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig, variableOf } from './config.ts';
import { Secret, secret } from './secret.ts';

const schema = z.strictObject({
  home: z.string().default('.isochron'),
  isQuiet: z.boolean().default(false),
  store: z.strictObject({ bytesMax: z.number().int().min(1).default(10), token: secret().optional() }).prefault({}),
  level: z.enum(['info', 'debug']).optional(),
});

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isochron-config-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const fileOf = async (content: string): Promise<string> => {
  const file = join(folder, 'config.json');
  await writeFile(file, content);
  return file;
};

describe('a configuration', () => {
  it('is its defaults where nothing is said', () => {
    expect(readConfig(schema, { environment: {} })).toEqual({
      home: '.isochron',
      isQuiet: false,
      store: { bytesMax: 10 },
    });
  });

  it('is what a program has for defaults, where nobody says otherwise', async () => {
    const file = await fileOf('{"home": "file"}');
    const defaults = { home: 'program', level: 'debug', store: { bytesMax: 7 } };
    const environment = { ISOCHRON_CONFIG: file, ISOCHRON_STORE_BYTES_MAX: '2' };
    expect(readConfig(schema, { environment, defaults })).toEqual({
      ...{ home: 'file', level: 'debug', isQuiet: false },
      store: { bytesMax: 2 },
    });
  });

  it('is what the flags say, else the environment, else the file', async () => {
    const file = await fileOf('{"home": "file", "isQuiet": true, "store": {"bytesMax": 1}, "level": "debug"}');
    const environment = {
      ISOCHRON_CONFIG: file,
      ISOCHRON_HOME: 'env',
      ISOCHRON_STORE_BYTES_MAX: '2',
      ISOCHRON_LEVEL: '',
    };
    expect(readConfig(schema, { environment, flags: { home: 'flag', level: undefined } })).toEqual({
      home: 'flag',
      isQuiet: true,
      store: { bytesMax: 2 },
      level: 'debug',
    });
    expect(readConfig(schema, { environment: { ISOCHRON_IS_QUIET: 'true' } }).isQuiet).toBe(true);
  });

  it('names variables by their paths', () => {
    expect(variableOf(['store', 'bytesMax'])).toBe('ISOCHRON_STORE_BYTES_MAX');
    expect(variableOf(['grpc', 'port'])).toBe('ISOCHRON_GRPC_PORT');
  });

  it('is refused with everything that is wrong, and where it was said, without the values', async () => {
    const file = await fileOf('{"isQuiet": "hunter2", "unknown": 1}');
    const environment = { ISOCHRON_CONFIG: file, ISOCHRON_STORE_BYTES_MAX: 'many', ISOCHRON_LEVEL: 'loud' };
    const read = () => readConfig(schema, { environment, flags: { home: 7 } });
    expect(read).toThrowError(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
    expect(read).toThrow(/home in the command line: .*expected string/);
    expect(read).toThrow(`isQuiet in ${file}: `);
    expect(read).toThrow(/store\.bytesMax in ISOCHRON_STORE_BYTES_MAX: .*expected number/);
    expect(read).toThrow(/level in ISOCHRON_LEVEL: /);
    expect(read).toThrow(/unknown/);
    expect(read).not.toThrow(/hunter2/);
  });

  it('says which file cannot be read, and why', async () => {
    const read = (file: string) => () => readConfig(schema, { environment: { ISOCHRON_CONFIG: file } });
    expect(read(join(folder, 'none.json'))).toThrow(/none\.json \(ISOCHRON_CONFIG\) cannot be read: ENOENT/);
    expect(read(await fileOf('{'))).toThrow(/cannot be read: .*JSON/);
    expect(read(await fileOf('[]'))).toThrow('must be a JSON object');
  });
});

describe('a secret', () => {
  const read = (token: string) => readConfig(schema, { environment: { ISOCHRON_STORE_TOKEN: token } });

  it('is read from its file when it is needed, and shown nowhere', async () => {
    const file = join(folder, 'token');
    const { token } = read(`file:${file}`).store;
    expect(token).toBeInstanceOf(Secret);
    await expect(token?.read()).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringContaining(file),
    });
    await writeFile(file, 'hunter2\n');
    expect(await token?.read()).toBe('hunter2');
    await writeFile(file, 'hunter3');
    expect(await token?.read()).toBe('hunter3');
    expect(JSON.stringify({ token })).not.toContain('hunter');
    expect(String(token)).toContain(file);
  });

  it('is refused where it is written out', () => {
    expect(() => read('hunter2')).toThrow(/store\.token in ISOCHRON_STORE_TOKEN: .*not the secret itself/);
    expect(() => read('hunter2')).not.toThrow(/hunter2/);
  });
});
