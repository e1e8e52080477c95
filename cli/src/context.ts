import type { DialectName } from '@isochron/expression';
import { IsochronError } from '@isochron/schema';
import type { Fork } from '@isochron/thrift';
import type { Command } from 'commander';
import { createOutput, type Format, type Output } from './output.ts';
import { type BackfillService, openBackfill } from './wiring.ts';

/** What a command is given: where its words go, its feature repository, and the worker, opened when first asked for. */
export interface Context {
  readonly output: Output;
  /** The feature repository: the folder that holds `features/` and `compiled/`. */
  readonly repository: string;
  /** What `--home` says. */
  readonly home: string | undefined;
  /** What `--dialect` says. */
  readonly dialect: DialectName | undefined;
  /** What `--fork` says. */
  readonly fork: Fork | undefined;
  /** What `--environment` says. */
  readonly environment: string | undefined;
  /** Aborted when the person interrupts. */
  readonly signal: AbortSignal;
  backfill(): Promise<BackfillService>;
}

/** The work was done and something in it is wrong (diagnostics, rows that differ): exit code 1, nothing more to say. */
export class WorkFailed extends Error {}

const INTERRUPTED = 130;

/** Runs a command's work with its context; sets the exit code: 0 done, 1 the work failed, 2 the call was wrong, 130 interrupted. */
export async function runCommand(command: Command, work: (context: Context) => Promise<void>): Promise<void> {
  const options = command.optsWithGlobals<{
    home?: string;
    dir: string;
    dialect?: DialectName;
    fork?: Fork;
    environment?: string;
    format: Format;
  }>();
  const abort = new AbortController();
  let service: Promise<BackfillService> | undefined;
  let interrupts = 0;
  const interrupt = (): void => {
    if (++interrupts > 1) process.exit(INTERRUPTED);
    process.stderr.write('\nstopping … (once more to stop at once; what is finished stays)\n');
    abort.abort(
      new IsochronError('CANCELLED', 'Interrupted. What is finished stays: run the same command again to go on.'),
    );
    // A query under way ends at once when its warehouse is closed; what it was writing is not published.
    void service?.then((opened) => opened.close()).catch(() => undefined);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    await work({
      output: createOutput(options.format),
      repository: options.dir,
      home: options.home,
      dialect: options.dialect,
      fork: options.fork,
      environment: options.environment,
      signal: abort.signal,
      backfill: () => {
        service ??= openBackfill({ home: options.home });
        return service;
      },
    });
  } catch (thrown) {
    process.exitCode = report(abort.signal.aborted ? abort.signal.reason : thrown);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await service?.then((opened) => opened.close()).catch(() => undefined);
  }
}

/** Says what went wrong, and how to exit. A fault of ours keeps its stack: it is a bug report. */
function report(thrown: unknown): number {
  if (thrown instanceof WorkFailed) return 1;
  if (!(thrown instanceof IsochronError)) {
    process.stderr.write(
      `isochron failed in a way it should not. Please report this:\n${thrown instanceof Error ? thrown.stack : String(thrown)}\n`,
    );
    return 1;
  }
  process.stderr.write(`error: ${thrown.message}\n`);
  if (thrown.code === 'CANCELLED') return INTERRUPTED;
  return thrown.code === 'INVALID_ARGUMENT' ? 2 : 1;
}
