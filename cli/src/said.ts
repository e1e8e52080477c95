import { InvalidArgumentError } from 'commander';

/** A column and its value, as `column=value`. */
export interface Said {
  readonly column: string;
  readonly text: string;
}

/** Reads one more `column=value` of an option that may be repeated. */
export function said(text: string, before: readonly Said[]): readonly Said[] {
  const at = text.indexOf('=');
  if (at > 0) return [...before, { column: text.slice(0, at).trim(), text: text.slice(at + 1) }];
  throw new InvalidArgumentError(`It must be column=value, such as origin=SFO, not ${JSON.stringify(text)}.`);
}
