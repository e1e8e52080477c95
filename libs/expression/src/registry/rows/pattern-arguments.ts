import { RowFault } from '../../row-fault.ts';
import { binaryOf } from '../../runtime/units.ts';
import type { CallFault, CallSite } from '../row.ts';

/** An argument's text where it is the same for all rows; of BYTES, a character a byte. */
export function constantText({ args }: CallSite, at: number): string | undefined {
  const constant = args[at]?.constant;
  if (constant instanceof Uint8Array) return binaryOf(constant);
  return typeof constant === 'string' ? constant : undefined;
}

/** Reads those arguments that are constants from `from` on, so that a mistake in one of them is told before there is any row. */
export const readable =
  (from: number, to: number, read: (text: string) => unknown) =>
  (call: CallSite): CallFault | null => {
    for (let at = from; at < Math.min(to, call.args.length); at++) {
      const text = constantText(call, at);
      const fault = text === undefined ? null : faultOf(() => read(text));
      if (fault !== null) return { argument: at, message: `${fault}.` };
    }
    return null;
  };

function faultOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (thrown) {
    if (thrown instanceof RowFault) return thrown.message;
    throw thrown;
  }
}
