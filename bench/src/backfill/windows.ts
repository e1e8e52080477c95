/** The bench's windows: length and hop in milliseconds, and the middle of the column names. */
export const benchWindows = [
  { text: '1h', lengthMs: 3_600_000, hopMs: 300_000 },
  { text: '1d', lengthMs: 86_400_000, hopMs: 3_600_000 },
  { text: '7d', lengthMs: 7 * 86_400_000, hopMs: 3_600_000 },
  { text: '30d', lengthMs: 30 * 86_400_000, hopMs: 86_400_000 },
] as const;

export const benchOperations = ['sum', 'count', 'max'] as const;
