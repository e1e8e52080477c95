import type { Draw } from '../draw.ts';

/** FORMATs of casts from numbers to text: mostly of the form they should have, else with a piece too many or in a wrong place. */
export function numberFormat(draw: Draw): string {
  const format = draw.either([8, () => decimal(draw)], [3, () => hexadecimal(draw)]);
  const changed = draw.either<string>(
    [9, () => format],
    [2, () => insertedInto(draw, format, draw.pick(anyElements))],
    [1, () => draw.list(0, 6, () => draw.pick(anyElements)).join('')],
  );
  return draw.pick([changed, changed, changed.toLowerCase()]);
}

const signs = ['S', 'MI', 'PR'];
const flags = ['$', 'C', 'c', 'L', 'B', 'FM'];
const anyElements = [
  ...['0', '9', '9', ',', '.', 'D', 'G', 'V', 'S', 'MI', 'PR', 'X', 'x', 'EEEE', 'eEee', 'B', 'FM', '$', 'C', 'c', 'L'],
  ...['TM', 'TM9', 'TME', 'RN', 'rn', ' ', 'EEE', 'M', 'é', '1', '-', 'T', '"a"', '\0'],
];

function decimal(draw: Draw): string {
  const isScientific = draw.chance(200);
  const whole = draw.list(0, draw.pick([2, 5, 12, 22]), () =>
    draw.pick(isScientific ? ['9', '9', '0'] : ['9', '9', '9', '9', '0', ',', 'G']),
  );
  const places = draw.list(0, draw.pick([1, 3, 12, 40]), () => draw.pick(['9', '9', '0']));
  const point = draw.pick(['', '.', '.', 'D', 'V']);
  const exponent = isScientific ? draw.pick(['EEEE', 'eeee', 'Eeee', 'eEEE']) : '';
  const first = draw.chance(150) ? 'S' : '';
  const last = first === '' && draw.chance(350) ? draw.pick(signs) : '';
  return flagged(draw, [first, ...whole, point, ...(point === '' ? [] : places), exponent, last]);
}

function hexadecimal(draw: Draw): string {
  const digits = draw.list(1, draw.pick([3, 8, 17]), () => draw.pick(['X', 'X', 'x', '0']));
  const first = draw.chance(150) ? 'S' : '';
  const last = first === '' && draw.chance(350) ? draw.pick(signs) : '';
  const parts = [first, ...digits, last];
  return draw.chance(850) ? insertedInto(draw, parts.join(''), draw.pick(['', '', 'FM'])) : flagged(draw, parts);
}

/** With some of the elements that may stand anywhere. */
function flagged(draw: Draw, parts: readonly string[]): string {
  const all = [...parts];
  for (const flag of flags) if (draw.chance(120)) all.splice(draw.integer(0, all.length), 0, flag);
  return all.join('');
}

function insertedInto(draw: Draw, format: string, element: string): string {
  const at = draw.integer(0, format.length);
  return format.slice(0, at) + element + format.slice(at);
}
