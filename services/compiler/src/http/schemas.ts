import { z } from 'zod';

/**
 * What a caller may write, as the protobuf mapping has it in JSON; strictly, so that a name that is written wrong is said and not passed over. Each comes out as the
 * message of `proto/`.
 */
const address = z.strictObject({ repository: z.string(), environment: z.string(), branch: z.string() });

const objectFile = z
  .strictObject({ file: z.string(), json: z.string().optional(), hash: z.string().optional() })
  .refine(({ json, hash }) => (json === undefined) !== (hash === undefined), {
    error: 'it must have json or hash, one of them',
  })
  .transform(({ file, json, hash }) => ({
    file,
    content:
      json === undefined ? { $case: 'hash' as const, value: hash ?? '' } : { $case: 'json' as const, value: json },
  }));

const set = { address, objects: z.array(objectFile), dialect: z.string().default('') };
const authorship = { who: z.string(), message: z.string().default('') };
const version = z.number().int().min(0);

export const validateBody = z.strictObject(set);
export const diffBody = z.strictObject(set);
export const publishBody = z
  .strictObject({ ...set, ...authorship, expectedHash: z.string().nullish() })
  .transform(({ expectedHash, ...rest }) => ({ ...rest, expectedHash: expectedHash ?? undefined }));
export const rollbackBody = z.strictObject({ address, ...authorship, expectedHash: z.string(), toVersion: version });

/** Query parameters are text; the address stands in three of them. */
const place = { repository: z.string(), environment: z.string(), branch: z.string().default('main') };
const count = z
  .string()
  .regex(/^\d{1,9}$/, { error: 'it must be a whole number' })
  .transform(Number);
const setHash = z.string().optional();
const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true');

/** The three parameters as the address they are. */
function addressed<T extends { repository: string; environment: string; branch: string }>(query: T) {
  const { repository, environment, branch, ...rest } = query;
  return { ...rest, address: { repository, environment, branch } };
}

export const setsQuery = z.strictObject({});
export const headQuery = z.strictObject(place).transform(addressed);
export const historyQuery = z
  .strictObject({ ...place, before: count.optional(), limit: count.default(0) })
  .transform(addressed);
export const objectQuery = z.strictObject({ ...place, name: z.string(), setHash }).transform(addressed);
export const objectsQuery = z
  .strictObject({ ...place, after: z.string().default(''), limit: count.default(0), setHash })
  .transform(addressed);
export const searchQuery = z
  .strictObject({
    ...place,
    text: z.string().default(''),
    kind: z.string().default(''),
    team: z.string().default(''),
    tag: z.string().default(''),
    column: z.string().default(''),
    isOnline: yesOrNo.optional(),
    limit: count.default(0),
    setHash,
  })
  .transform(addressed);
export const lineageQuery = z
  .strictObject({ ...place, name: z.string(), column: z.string().default(''), setHash })
  .transform(addressed);
export const watchQuery = z.strictObject({ ...place, afterVersion: count.optional() }).transform(addressed);
