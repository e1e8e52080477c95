/** What is known of a served value, the first that applies. The numbers are those of the wire. */
export const Status = {
  PRESENT: 1,
  NULL: 2,
  /** The value is given; a tile it is made of may hold later events than the instant asked for. */
  APPROXIMATE: 3,
  /** The value is given; its window's tail could not be trimmed. */
  STALE: 4,
  /** There is no row for the key. */
  NOT_FOUND: 5,
  ERROR: 6,
} as const;
export type Status = (typeof Status)[keyof typeof Status];

/** Whether a value of this status is given; of any other there is none. */
export const hasValue = (status: number | undefined): boolean =>
  status === Status.PRESENT || status === Status.APPROXIMATE || status === Status.STALE;
