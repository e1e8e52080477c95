/** A table of Markdown. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

export const whole = (number: number): string => number.toLocaleString('en-US', { maximumFractionDigits: 0 });

/** Three digits that mean something. */
export const rounded = (number: number): string => (number === 0 ? '0' : String(Number(number.toPrecision(3))));

/** A share as per cent. */
export const percent = (share: number): string => (share === 0 ? '0' : `${Number((100 * share).toPrecision(3))} %`);
