import { clearLine, cursorTo } from 'node:readline';
import { countText, durationText, plural } from './output.ts';
import type { Progress } from './wiring.ts';

const TERMINAL_EVERY_MS = 100;
const PLAIN_EVERY_MS = 5_000;

/**
 * One line that says how far long work is: rewritten in place on a terminal, written anew every five seconds elsewhere. It goes to
 * standard error, so that results can be piped.
 */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  #label = '';
  #startedMs = 0;
  #shownMs = 0;
  #isShown = false;

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#stream = stream;
  }

  /** What a backfill or an upload says. */
  show(progress: Progress): void {
    if (progress.kind === 'start') this.start(`${progress.step}  ${progress.days}`);
    else if (progress.kind === 'rows') this.rows(progress.rows, progress.rowsTotal);
    else if (progress.kind === 'done') this.done(plural(progress.rows, 'row'));
  }

  start(label: string): void {
    this.#label = label;
    this.#startedMs = performance.now();
    this.#shownMs = this.#stream.isTTY ? 0 : this.#startedMs;
    this.#show(`${label} …`);
  }

  rows(done: number, total: number | null): void {
    const now = performance.now();
    if (now - this.#shownMs < (this.#stream.isTTY ? TERMINAL_EVERY_MS : PLAIN_EVERY_MS)) return;
    this.#shownMs = now;
    const seconds = (now - this.#startedMs) / 1000;
    const rate = done / seconds;
    const left =
      total === null || rate === 0 ? '' : `, ${durationText((Math.max(0, total - done) / rate) * 1000)} left`;
    const of = total === null ? '' : ` of ${countText(Math.max(total, done))}`;
    this.#show(`${this.#label}  ${countText(done)}${of} rows, ${countText(rate)} rows/s${left}`);
  }

  /** Ends the line with what came of it. */
  done(text: string): void {
    this.#clear();
    this.#stream.write(`${this.#label}  ${text}, ${durationText(performance.now() - this.#startedMs)}\n`);
  }

  /** Takes an unfinished line away, before an error is shown. */
  stop(): void {
    this.#clear();
  }

  #show(text: string): void {
    if (!this.#stream.isTTY) {
      if (text !== `${this.#label} …`) this.#stream.write(`${text}\n`);
      return;
    }
    this.#clear();
    this.#stream.write(text.slice(0, (this.#stream.columns ?? 120) - 1));
    this.#isShown = true;
  }

  #clear(): void {
    if (!this.#isShown) return;
    clearLine(this.#stream, 0);
    cursorTo(this.#stream, 0);
    this.#isShown = false;
  }
}
