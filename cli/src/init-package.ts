import { realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * The package.json of a new repository in `folder`. What it needs are links to where isochron runs from, which `npm install` makes without a network: the
 * command line, the language, the Node.js that both run on, and what checks types as an editor does.
 */
export async function packageText(name: string, folder: string): Promise<string> {
  const packages = {
    '@isochron/authoring': join(dirname(require.resolve('@isochron/authoring')), '..'),
    '@isochron/cli': join(import.meta.dirname, '..'),
    '@types/node': dirname(require.resolve('@types/node/package.json')),
    node: dirname(require.resolve('node/package.json')),
    typescript: dirname(require.resolve('typescript/package.json')),
  };
  const links = Object.entries(packages).map(async ([each, path]) => {
    const target = relative(folder, await realpath(path));
    return [each, `file:${target.split(sep).join('/')}`] as const;
  });
  const content = {
    name: packageName(name),
    private: true,
    type: 'module',
    scripts: {
      types: 'tsc -p .',
      load: 'isochron load orders data/orders.csv --time ordered_at && isochron load visits data/visits.csv --time visited_at',
    },
    dependencies: Object.fromEntries(await Promise.all(links)),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Letters, digits and dashes, as npm takes them. */
const packageName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'features';
