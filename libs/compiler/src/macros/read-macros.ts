import { IsochronError, type Partitions } from '@isochron/schema';
import { didYouMean } from '../nearest.ts';
import { type Macro, type MacroFault, type MacroName, macroMeanings, type TextRange } from './macro.ts';

export interface ReadMacros {
  /** In the order of the text; of those that are right. */
  readonly macros: readonly Macro[];
  readonly faults: readonly MacroFault[];
}

/**
 * The macros of a text: `{{ start_date }}`, `{{ end_date(offset=-1) }}`, `{{ max_date(table=db.t, lower_bound='2024-01-01') }}`. Whatever
 * stands between double braces is a macro, in SQL texts and comments too. Arguments go by name; their values may stand in single or double quotes. `offset` is a
 * whole number of partitions, `lower_bound` and `upper_bound` are partitions, `table` is asked for by `max_date` alone, which needs it.
 */
export function readMacros(text: string, partitions: Partitions): ReadMacros {
  const macros: Macro[] = [];
  const faults: MacroFault[] = [];
  for (const { content, at } of bracesIn(text)) {
    const found = content === null ? unclosed(at) : macroOf(content, at, partitions);
    if ('code' in found) faults.push(found);
    else macros.push(found);
  }
  return { macros, faults };
}

/** What stands between `{{` and the next `}}`; null where no `}}` follows. */
function* bracesIn(text: string): Generator<{ readonly content: string | null; readonly at: TextRange }> {
  for (let open = text.indexOf('{{'); open >= 0; ) {
    const close = text.indexOf('}}', open + 2);
    if (close < 0) {
      yield { content: null, at: { offset: open, length: text.length - open } };
      return;
    }
    yield { content: text.slice(open + 2, close), at: { offset: open, length: close + 2 - open } };
    open = text.indexOf('{{', close + 2);
  }
}

const unclosed = (at: TextRange): MacroFault => ({
  code: 'macro-syntax',
  message: 'Two braces open a macro here, and none close it.',
  hint: 'Write {{ start_date }}.',
  at,
});

const names = Object.keys(macroMeanings);

function isMacroName(name: string): name is MacroName {
  return Object.hasOwn(macroMeanings, name);
}

/** A name, and arguments in parentheses. */
const SHAPE = /^\s*([A-Za-z_]\w*)\s*(?:\((.*)\))?\s*$/s;

function macroOf(content: string, at: TextRange, partitions: Partitions): Macro | MacroFault {
  const [, name = '', args = ''] = SHAPE.exec(content) ?? [];
  if (name === '') {
    return {
      code: 'macro-syntax',
      message: `{{${content}}} is not a macro's name with its arguments in parentheses.`,
      hint: "Write {{ start_date }} or {{ start_date(offset=-3, lower_bound='2024-01-01') }}.",
      at,
    };
  }
  if (!isMacroName(name)) {
    const hint = didYouMean(name, names) ?? `There are ${names.join(', ')}.`;
    return { code: 'unknown-macro', message: `There is no macro ${name}.`, hint, at };
  }
  const read = new Arguments(name, args, partitions);
  const macro = { name, ...read.values(), at };
  return read.fault === null ? (boundsFault(macro, partitions) ?? macro) : { ...read.fault, at };
}

function boundsFault(macro: Macro, partitions: Partitions): MacroFault | null {
  const { lowerBound, upperBound, name, at } = macro;
  if (lowerBound === null || upperBound === null) return null;
  if (partitions.startMs(lowerBound) <= partitions.startMs(upperBound)) return null;
  const message = `The bounds of ${name} leave nothing between them: the lower, ${lowerBound}, is after the upper, ${upperBound}.`;
  return { code: 'macro-bounds', message, hint: 'Exchange them.', at };
}

type ArgumentFault = Omit<MacroFault, 'at'>;

const argumentsOf = (name: MacroName): readonly string[] => [
  'offset',
  'lower_bound',
  'upper_bound',
  ...(name === 'max_date' ? ['table'] : []),
];

/** `key = value`, the value in quotes or bare, and the comma after it. */
const ARGUMENT = /\s*(?:([A-Za-z_]\w*)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^,'"()\s][^,'"()]*?))\s*)(,|$)/y;

/** The arguments of one use. After the first fault, which it keeps, it reads on without meaning. */
class Arguments {
  fault: ArgumentFault | null = null;
  readonly #name: MacroName;
  readonly #partitions: Partitions;
  readonly #given: ReadonlyMap<string, string>;

  constructor(name: MacroName, text: string, partitions: Partitions) {
    this.#name = name;
    this.#partitions = partitions;
    this.#given = this.#pairs(text);
  }

  values(): Pick<Macro, 'offset' | 'lowerBound' | 'upperBound' | 'table'> {
    const table = this.#given.get('table') ?? null;
    if (this.#name === 'max_date' && (table ?? '') === '') {
      this.#refuse('max_date needs the table that it asks.', 'Write {{ max_date(table=namespace.table) }}.');
    }
    return {
      offset: this.#offset(),
      lowerBound: this.#bound('lower_bound'),
      upperBound: this.#bound('upper_bound'),
      table,
    };
  }

  #pairs(text: string): ReadonlyMap<string, string> {
    const pairs = new Map<string, string>();
    ARGUMENT.lastIndex = 0;
    while (ARGUMENT.lastIndex < text.trimEnd().length) {
      const rest = text.slice(ARGUMENT.lastIndex).trim();
      const [, key = '', single, double, bare] = ARGUMENT.exec(text) ?? [];
      if (key === '') {
        this.#refuse(
          `"${rest}" is not arguments of ${this.#name}.`,
          "Write key=value, with commas between: offset=-3, lower_bound='2024-01-01'.",
        );
        return pairs;
      }
      this.#checkKey(key, pairs);
      pairs.set(key, single ?? double ?? bare ?? '');
    }
    return pairs;
  }

  #checkKey(key: string, earlier: ReadonlyMap<string, string>): void {
    const known = argumentsOf(this.#name);
    if (!known.includes(key)) {
      const hint = didYouMean(key, known) ?? `It has ${known.join(', ')}.`;
      this.#refuse(`The macro ${this.#name} has no argument ${key}.`, hint);
    }
    if (earlier.has(key)) this.#refuse(`The argument ${key} of ${this.#name} is given twice.`, 'Remove one of them.');
  }

  #offset(): number {
    const text = this.#given.get('offset') ?? '0';
    const offset = Number(text);
    if (/^[+-]?\d+$/.test(text) && Math.abs(offset) <= OFFSET_MAX) return offset;
    this.#refuse(
      `The offset of ${this.#name} is "${text}", which is not a whole number of partitions.`,
      'Write offset=-3 for three partitions earlier.',
    );
    return 0;
  }

  #bound(key: string): string | null {
    const text = this.#given.get(key);
    if (text === undefined) return null;
    try {
      this.#partitions.startMs(text);
    } catch (error) {
      if (!(error instanceof IsochronError)) throw error;
      const hint = `Write it like ${this.#partitions.spec.format}.`;
      this.#refuse(`The ${key} of ${this.#name} is "${text}", which is not a partition.`, hint);
    }
    return text;
  }

  #refuse(message: string, hint: string): void {
    this.fault ??= { code: 'macro-argument', message, hint };
  }
}

/** Some thousand years of days; what is beyond is a slip of the keys. */
const OFFSET_MAX = 1_000_000;
