/**
 * In which order the 56 columns outside of a sliding window are numbered for compression, so that small numbers are the likely ones: as they
 * follow on the window, but for a few that come last. By phase (see `windowPhase`); the numbers are those of Apache DataSketches.
 */
const LAST = [
  [34, 14, 4],
  [35, 15, 4],
  [37, 16, 5],
  [39, 17, 5],
  [41, 18, 6],
  [43, 19, 6],
  [45, 20, 7, 0],
  [47, 21, 7, 0],
  [50, 22, 8, 0],
  [52, 23, 9, 1],
  [25, 9, 1],
  [26, 10, 1],
  [27, 11, 2],
  [29, 11, 2],
  [30, 12, 3],
  [32, 13, 3],
];

/** For each phase, the number of each column. Columns are counted from the end of the window, around over 63. */
export const numbersOfColumns: readonly Uint8Array[] = LAST.map((last) => {
  const rest = Array.from({ length: 56 }, (_, column) => column).filter((column) => !last.includes(column));
  return Uint8Array.from([...rest, ...last]);
});

/** For each phase, the column of each number. */
export const columnsOfNumbers: readonly Uint8Array[] = numbersOfColumns.map((numbers) => {
  const columns = new Uint8Array(56);
  numbers.forEach((number, column) => {
    columns[number] = column;
  });
  return columns;
});
