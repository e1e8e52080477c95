import { expect, it } from 'vitest';
import { didYouMean } from './nearest.ts';

it.each([
  ['delya', ['delay', 'late'], 'Did you mean delay?'],
  ['DELAY', ['delay'], 'Did you mean delay?'],
  ['orign', ['origin', 'destination'], 'Did you mean origin?'],
  ['x', ['delay', 'late'], null],
  ['nothing', [], null],
])('%s among %j', (name, names, expected) => expect(didYouMean(name, names)).toBe(expected));
