import { departures } from './index.ts';

/** docs/departures.md. */
export function departuresPage(): string {
  const sections = Object.entries(departures).map(([title, ofKind]) => {
    const rows = Object.values(ofKind).map(({ rule, theirs, why }) => `| ${rule} | ${theirs} | ${why} |\n`);
    return `\n## ${title}\n\n| here | there | why |\n|---|---|---|\n${rows.join('')}`;
  });
  return `${head}${sections.join('')}${tail}`;
}

const head = `<!-- Generated from tools/src/conformance/departures by tools/src/generate.ts. Do not edit. -->

# Where we answer otherwise

Definitions of the existing system are taken as they are, its names and layouts are kept, and \`npm run conformance\` puts its recorded answers to ours.
Where ours is another one on purpose, the case passes by one of these rules, and the run counts them. A rule that a case tells and this page does not have is printed
as such.
`;

const tail = `
## Files

- Every compiled file is read, and written again as the same JSON value: fields that we do not know are kept, where there they are lost.
- An operation's number that means one thing in one fork and another in the other (18, 19) is refused unless the fork is said, or certain by other fields; there the
  reader's own meaning is taken. APPROX_HISTOGRAM_K, airbnb's 18, is refused by its name.
- A number beyond its type, an unknown number of an enum, and a union of none or of two members are refused with their place; there they become zeros and nulls.

What is compiled here says more, and less, than what is compiled there:

- \`columnHashes\` are of what a column means: tables, conditions, times, keys, operation, arguments, window and the expressions that it reads. Renaming, reordering or reformatting changes none. There they are of texts and of the
  GroupBy's name, and leave the arguments of operations out. They decide which columns of an earlier version are taken over, so that two meanings must not have one hash. Files of the existing system keep theirs; they are not compared with ours.
- \`expressionDialect\` (field 1001 of MetaData, ours) says what expressions are written in. There it is always Spark SQL.
- What an author did not say is not written: there every GroupBy has \`historicalBackfill: false\`, and a Join \`samplePercent: 100\` unless it says another. So a Join that is served logs nothing unless it says how much.
`;
