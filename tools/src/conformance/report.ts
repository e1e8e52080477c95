import type { Verdict } from './verdict.ts';

/** A case as the report names it. */
export interface Named {
  readonly file: string;
  readonly kind: string;
  readonly id: string;
}

const SHOWN_OF_A_KIND = 20;
const TEXT_MAX = 400;

/** Counts verdicts, prints failures as they come, and sums up at the end. */
export class Report {
  passed = 0;
  failed = 0;
  readonly #print: (line: string) => void;
  readonly #failures = new Map<string, number>();
  readonly #departures = new Map<string, number>();
  readonly #faults: string[] = [];

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  add(of: Named, verdict: Verdict): void {
    if (verdict.kind === 'passed') {
      this.passed++;
      for (const { rule } of verdict.departures) count(this.#departures, rule);
      for (const fault of verdict.faults ?? []) this.#faults.push(`${of.file} ${of.kind} ${of.id}\n  ${fault}`);
      return;
    }
    this.failed++;
    if (count(this.#failures, `${of.file} ${of.kind}`) > SHOWN_OF_A_KIND) return;
    this.#print(`${of.file} ${of.kind} ${of.id}`);
    this.#print(`  expected ${shortened(verdict.expected)}`);
    this.#print(`  actual   ${shortened(verdict.actual)}`);
  }

  /** The summary; `leftOut` by what left it out. */
  end(leftOut: ReadonlyMap<string, number>): void {
    const hidden = [...this.#failures].filter(([, number]) => number > SHOWN_OF_A_KIND);
    this.#section(
      'More failures, not shown',
      hidden.map(([kind, number]) => [kind, number - SHOWN_OF_A_KIND]),
    );
    this.#listOfFaults();
    this.#section('Answered otherwise on purpose, by rule (docs/departures.md)', [...this.#departures]);
    this.#section(
      'Left out',
      [...leftOut].map(([what, number]) => [`--without ${what}`, number]),
    );
    this.#print('');
    this.#print(`${this.passed} passed, ${this.failed} failed`);
  }

  #listOfFaults(): void {
    if (this.#faults.length === 0) return;
    this.#print('');
    this.#print('Refused for what the file itself has wrong:');
    for (const fault of this.#faults) this.#print(fault);
  }

  #section(title: string, lines: readonly (readonly [text: string, number: number])[]): void {
    if (lines.length === 0) return;
    this.#print('');
    this.#print(`${title}:`);
    for (const [text, number] of lines.toSorted((a, b) => b[1] - a[1])) {
      this.#print(`${String(number).padStart(7)}  ${text}`);
    }
  }
}

function count(counts: Map<string, number>, what: string): number {
  const number = (counts.get(what) ?? 0) + 1;
  counts.set(what, number);
  return number;
}

const shortened = (text: string): string => (text.length <= TEXT_MAX ? text : `${text.slice(0, TEXT_MAX)}…`);
