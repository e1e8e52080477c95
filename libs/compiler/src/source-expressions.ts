import type { CheckedSource } from './checked.ts';

/** One SQL text of a source, and which columns its names may mean. */
export interface SourceExpression {
  readonly path: string;
  readonly text: string;
  /** Where it stands, to be read in a sentence: `select late`. */
  readonly what: string;
  /** Conditions see the selected columns first, then the table's. */
  readonly seesSelects: boolean;
}

/** Every SQL text of a source, in the order people write them. */
export function expressionsOfSource(source: CheckedSource): readonly SourceExpression[] {
  const path = `${source.path}.events.query`;
  return [
    { path: `${path}.timeColumn`, text: source.time, what: 'the time', seesSelects: false },
    ...source.selects.map(({ name, expression }) => ({
      path: `${path}.selects.${name}`,
      text: expression,
      what: `the select ${name}`,
      seesSelects: false,
    })),
    ...source.wheres.map((text, position) => ({
      path: `${path}.wheres[${position}]`,
      text,
      what: 'the condition',
      seesSelects: true,
    })),
  ];
}
