import { fromBinary, fromCompact, type StructDescriptor, toBinary, toCompact } from '@isochron/thrift';
import type { Answer, ThriftOracle } from '../../../oracle/thrift/src/index.ts';
import { plainStruct } from './plain.ts';

export const protocols = ['compact', 'binary'] as const;
export type Protocol = (typeof protocols)[number];

const codecs = {
  compact: { to: toCompact, from: fromCompact },
  binary: { to: toBinary, from: fromBinary },
} as const;

/** What became of the values of one struct in one protocol. */
export interface Comparison {
  readonly byteCount: number;
  /** A sentence a value that differs. */
  readonly faults: readonly string[];
}

/** As many values a question as keep a line at some megabytes. */
const CASES_OF_A_QUESTION = 200;

/**
 * Puts values to the oracle: it must write the bytes we write, read from our bytes the value we wrote, and we must read from its bytes the
 * value that it was given.
 */
export async function compare(
  oracle: ThriftOracle,
  struct: StructDescriptor<object>,
  protocol: Protocol,
  values: readonly object[],
): Promise<Comparison> {
  let byteCount = 0;
  const faults: string[] = [];
  for (let at = 0; at < values.length; at += CASES_OF_A_QUESTION) {
    const cases = values.slice(at, at + CASES_OF_A_QUESTION).map((value) => ({
      value: plainStruct(struct, value),
      bytes: codecs[protocol].to(struct, value),
    }));
    const answers = await oracle.ask(struct.name, protocol, cases);
    cases.forEach(({ value, bytes }, index) => {
      byteCount += bytes.length;
      const fault = faultOf(struct, protocol, value, bytes, answers[index]);
      if (fault !== null) faults.push(`${fault}; the value is ${JSON.stringify(value)}`);
    });
  }
  return { byteCount, faults };
}

function faultOf(
  struct: StructDescriptor<object>,
  protocol: Protocol,
  value: object,
  bytes: Uint8Array,
  answer: Answer | undefined,
): string | null {
  if (answer === undefined) return 'the oracle gave no answer';
  if (answer.kind === 'error') return `the oracle failed: ${answer.message}`;
  const [ours, theirs] = [hex(bytes), hex(answer.bytes)];
  if (ours !== theirs) return `the oracle wrote ${theirs}, we wrote ${ours}`;
  if (!same(answer.value, value)) return `the oracle read ${JSON.stringify(answer.value)} from ${ours}`;
  const read = plainStruct(struct, codecs[protocol].from(struct, answer.bytes));
  return same(read, value) ? null : `we read ${JSON.stringify(read)} from ${theirs}`;
}

/** Fields stand by id and map entries in the order of the wire on either side, so that equal values have equal text. */
const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
