/** What a publication may be; more is INVALID_ARGUMENT and names the limit. */
export const setLimits = {
  objects: 20_000,
  /** Of one object: its Thrift-JSON in UTF-8. */
  objectBytes: 4 * 2 ** 20,
  /** Of all objects of a set together. */
  setBytes: 256 * 2 ** 20,
  /** Of the path that names an object, of a repository, an environment and a branch, each in UTF-8. */
  nameBytes: 300,
  /** Of what is kept of one object to find it by, and of its lineage, as JSON in UTF-8. */
  summaryBytes: 2 ** 18,
  lineageBytes: 8 * 2 ** 20,
  whoBytes: 300,
  messageBytes: 2_000,
  /** How many versions of a set are kept, unless the store is opened with less. */
  versions: 1_000,
  /** How long a publication may take from its start until it counts. */
  publishMs: 10 * 60_000,
  /** How long what no version needs stays: longer than any publication that is still being written, by clocks that differ by less than 50 minutes. */
  graceMs: 60 * 60_000,
} as const;
