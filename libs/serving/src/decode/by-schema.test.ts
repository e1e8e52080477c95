import { expect, it } from 'vitest';
import { BySchema } from './by-schema.ts';

const record = (name: string) => ({ type: 'record', name, fields: [] }) as const;

function compiling() {
  const compiled: unknown[] = [];
  const bySchema = new BySchema((schema) => {
    compiled.push(schema);
    return { of: schema };
  });
  return { compiled, bySchema };
}

it('compiles once for all schemas that say the same', () => {
  const { compiled, bySchema } = compiling();
  const first = bySchema.of(record('a'));
  expect(bySchema.of(record('a'))).toBe(first);
  expect(bySchema.of('string')).toBe(bySchema.of('string'));
  expect(bySchema.of(record('b'))).not.toBe(first);
  expect(compiled).toEqual([record('a'), 'string', record('b')]);
});

it('compiles nothing again whose schema is held, however many there are', () => {
  const { compiled, bySchema } = compiling();
  const schemas = Array.from({ length: 500 }, (_, at) => record(`r${at}`));
  const made = schemas.map((schema) => bySchema.of(schema));
  expect(schemas.map((schema) => bySchema.of(schema))).toEqual(made);
  expect(compiled.length).toBe(500);
});

it('tries again what could not be compiled', () => {
  let times = 0;
  const bySchema = new BySchema(() => {
    if (++times < 3) throw new Error(`time ${times}`);
    return times;
  });
  const schema = record('a');
  expect(() => bySchema.of(schema)).toThrow('time 1');
  expect(() => bySchema.of(schema)).toThrow('time 2');
  expect(bySchema.of(schema)).toBe(3);
});
