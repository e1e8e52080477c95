import { Json, type JsonNode, type SqlValue } from '@isochron/expression';
import {
  type Oracle,
  type SqlValue as OracleValue,
  type Outcome,
  startOracle,
} from '../../../../oracle/zetasql/src/index.ts';
import { type Case, standalone } from '../case.ts';
import type { Answer } from './answer.ts';
import { isForJava, javaAnswers } from './zetasql-java.ts';
import { zoneFolder } from './zone-folder.ts';

/** The engine whose answers count. */
export interface ZetaSql {
  answers(cases: readonly Case[], options?: { readonly errorMessages: boolean }): Promise<readonly Answer[]>;
  stop(): Promise<void>;
}

export async function startZetaSql(): Promise<ZetaSql> {
  const zones = zoneFolder();
  const oracle: Oracle = await startOracle({ zoneFolder: zones.path });
  return {
    answers: async (cases, options = { errorMessages: false }) => {
      const texts = cases.map(standalone);
      const ofJava = javaAnswers(texts.filter(isForJava)).values();
      const others = (
        await oracle.evaluate(
          texts.filter((text) => !isForJava(text)),
          options,
        )
      )
        .map(answerOf)
        .values();
      return texts.map((text) => (isForJava(text) ? ofJava : others).next().value ?? unanswered);
    },
    stop: async () => {
      await oracle.stop();
      zones.remove();
    },
  };
}

const unanswered: Answer = { kind: 'unanswered', message: 'The engine left out a case.' };

function answerOf(outcome: Outcome): Answer {
  if (outcome.kind === 'value') return { ...outcome, value: fromOracle(outcome.value) };
  // BigQuery has functions that are younger than this engine. The report names what it could not judge.
  const isUnknown = outcome.kind === 'invalid' && outcome.message.startsWith('Function not found');
  return isUnknown ? { kind: 'unanswered', message: outcome.message } : outcome;
}

/** The two packages hold values alike, but for JSON, which the oracle has as text. */
function fromOracle(value: OracleValue): SqlValue {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(fromOracle);
  if ('json' in value && typeof value['json'] === 'string' && Object.keys(value).length === 1) {
    return new Json(jsonNode(value['json']));
  }
  return Object.fromEntries(Object.entries(value).map(([field, of]) => [field, fromOracle(of as OracleValue)]));
}

/** Whole numbers that the text writes without a point, and that fit 64 bits, become bigints. */
function jsonNode(text: string): JsonNode {
  const read = (_: string, value: unknown, context: { readonly source?: string } = {}): unknown => {
    if (typeof value === 'number') return numberOf(context.source ?? `${value}`);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return new Map(Object.entries(value));
  };
  // The reviver makes a JsonNode of every level, from the leaves on.
  return JSON.parse(text, read as (key: string, value: unknown) => unknown) as JsonNode;
}

function numberOf(source: string): number | bigint {
  if (!/^-?\d+$/.test(source)) return Number(source);
  const whole = BigInt(source);
  return whole >= -(2n ** 63n) && whole < 2n ** 64n ? whole : Number(source);
}
