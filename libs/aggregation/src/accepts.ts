import { type DataKind, type DataType, typeText } from '@isochron/schema';
import type { Refusal } from './operation.ts';

export const wholeKinds: readonly DataKind[] = ['byte', 'short', 'int', 'long'];
export const numberKinds: readonly DataKind[] = [...wholeKinds, 'float', 'double'];

/** The sentence for an input that an operation does not take: `SUM takes byte, short and int; its input is string.` */
export function refuseInput(operation: string, input: DataType, accepted: readonly string[]): Refusal {
  const names = accepted.length > 1 ? `${accepted.slice(0, -1).join(', ')} or ${accepted.at(-1)}` : accepted.join();
  return { refusal: `${operation} takes ${names}; its input is ${typeText(input)}.` };
}

export function isRefusal(answer: object): answer is Refusal {
  return 'refusal' in answer;
}
