import { z } from 'zod';

const count = (least: number) => z.number().int().min(least);
const MEBIBYTE = 1_024 * 1_024;

/** Where vectors that were served are logged, and how much of them is held. */
export const vectorLogSchema = z
  .strictObject({
    /** False: none are, whatever Joins say of their sample. */
    isOn: z.boolean().default(true),
    /** null: `vectors` in the home of the service. */
    folder: z.string().min(1).nullable().default(null),
    /** What waits to be written; what comes beyond it is dropped, and counted. */
    queueBytesMax: count(1_024).default(4 * MEBIBYTE),
    /** Records are written in blocks of about so many bytes, or of so many milliseconds. Each is on the disk before the next: what a crash loses is no more than waits. */
    blockBytes: count(1).default(64 * 1_024),
    flushMs: count(1).default(1_000),
    /** A file is closed, and the next one begun, when it has so many bytes or is so old. */
    fileBytesMax: count(1).default(64 * MEBIBYTE),
    fileAgeMsMax: count(1).default(3_600_000),
    /** Of the folder: the oldest files that are closed are removed so that all of them take no more. */
    diskBytesMax: count(1).default(1_024 * MEBIBYTE),
    /** How long what waits is written when the service stops; the rest is lost, and that is told. */
    closeTimeoutMs: count(1).default(5_000),
    codec: z.enum(['null', 'deflate']).default('deflate'),
  })
  .refine(({ diskBytesMax, fileBytesMax }) => diskBytesMax >= 2 * fileBytesMax, {
    error: 'diskBytesMax must be twice fileBytesMax, at least',
  });

export type VectorLogConfig = z.output<typeof vectorLogSchema>;
