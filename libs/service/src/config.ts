import { readFileSync } from 'node:fs';
import { IsochronError } from '@isochron/schema';
import { z } from 'zod';
import { type TraceSettings, traceSettingsOf } from './trace-settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ConfigSources {
  /** What the command line says, in the shape of the schema; it goes before everything else. */
  readonly flags?: object;
  readonly environment?: Environment;
  /** What holds where nobody says otherwise, in the place of the schema's own. */
  readonly defaults?: object;
}

/** The variable that names a file of settings, as JSON in the shape of the schema. */
const FILE = 'ISOCHRON_CONFIG';
const PREFIX = 'ISOCHRON';

/**
 * Settings by a zod schema of objects: from flags, else from the environment (`store.bytesMax` is `ISOCHRON_STORE_BYTES_MAX`), else from the file that
 * `ISOCHRON_CONFIG` names, else `defaults`, else the schema's. INVALID_ARGUMENT names everything that is wrong, each with where it was said; values
 * are left out, since they may be secrets in the wrong place.
 */
export function readConfig<S extends z.ZodObject>(schema: S, sources: ConfigSources = {}): z.output<S> {
  const environment = sources.environment ?? process.env;
  const file = environment[FILE];
  const said = new Settings();
  said.take(sources.defaults ?? {}, [], 'the defaults');
  if (file !== undefined && file !== '') said.take(readSettingsFile(file), [], file);
  for (const { path, kind } of leavesOf(schema, [])) {
    const name = variableOf(path);
    const text = environment[name];
    if (text !== undefined && text !== '') said.set(path, valueOfText(text, kind), name);
  }
  said.take(sources.flags ?? {}, [], 'the command line');
  const parsed = schema.safeParse(said.values);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => said.faultText(issue));
  throw new IsochronError('INVALID_ARGUMENT', `The configuration is wrong: ${faults.join('; ')}.`);
}

/** What OpenTelemetry's variables say of traces; {@link traceSettingsOf}. */
export const readTraceSettings = (environment: Environment = process.env): TraceSettings | null =>
  traceSettingsOf(environment);

/** `store.bytesMax` as `ISOCHRON_STORE_BYTES_MAX`. */
export const variableOf = (path: readonly string[]): string =>
  [PREFIX, ...path].map((name) => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase()).join('_');

/** Settings as they are collected, and where each was said. */
class Settings {
  readonly values: Record<string, unknown> = {};
  readonly #said = new Map<string, string>();

  take(value: object, path: readonly string[], where: string): void {
    for (const [name, content] of Object.entries(value)) {
      if (content === undefined) continue;
      const inner = [...path, name];
      if (isPlain(content)) this.take(content, inner, where);
      else this.set(inner, content, where);
    }
  }

  set(path: readonly string[], value: unknown, where: string): void {
    let at = this.values;
    for (const name of path.slice(0, -1)) {
      const inner = at[name];
      const next = isPlain(inner) ? inner : {};
      at[name] = next;
      at = next;
    }
    at[path.at(-1) ?? ''] = value;
    this.#said.set(path.join('.'), where);
  }

  faultText(issue: z.core.$ZodIssue): string {
    const path = issue.path.map(String);
    const name = path.join('.') || 'the whole';
    const where = this.#said.get(path.join('.'));
    return `${name}${where === undefined ? ` (or ${variableOf(path)})` : ` in ${where}`}: ${issue.message}`;
  }
}

interface Leaf {
  readonly path: readonly string[];
  readonly kind: string;
}

function leavesOf(schema: z.core.$ZodType, path: readonly string[]): readonly Leaf[] {
  const inner = unwrapped(schema);
  if (!(inner instanceof z.ZodObject)) return [{ path, kind: inner._zod.def.type }];
  // The shape of a zod object maps names to schemas.
  const shape: Readonly<Record<string, z.core.$ZodType>> = inner.shape;
  return Object.entries(shape).flatMap(([name, content]) => leavesOf(content, [...path, name]));
}

/** Without what only says that it may be left out, or what becomes of it. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return unwrapped(schema.def.innerType);
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return unwrapped(schema.def.innerType);
  return schema instanceof z.ZodPipe ? unwrapped(schema.def.in) : schema;
}

/** Text that is no number, or no list, stays text, which the schema then refuses by its name. */
function valueOfText(text: string, kind: string): unknown {
  if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (kind === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return kind === 'array' ? listOfText(text) : text;
}

/** A list is written as JSON. */
function listOfText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function readSettingsFile(path: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isPlain(value)) return value;
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new IsochronError('INVALID_ARGUMENT', `The settings in ${path} (${FILE}) cannot be read: ${why}`, thrown);
  }
  throw new IsochronError('INVALID_ARGUMENT', `The settings in ${path} (${FILE}) must be a JSON object.`);
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
