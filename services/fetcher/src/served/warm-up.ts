import { createVector, type DataType, setValue, type Value, type Vector } from '@isochron/schema';
import type { Clock } from '@isochron/service';
import type { ServedObject } from './served-object.ts';
import { Turns } from './turns.ts';

const TURNS = 200;
const TIME_MAX_MS = 2_000;

/**
 * Fetches what is new of keys that are nowhere, until the engine has compiled what it takes; cold, a request takes several times as long. Requests for what is served
 * already are answered in between. Stops after two seconds.
 */
export async function warmUp(objects: readonly ServedObject[], clock: Clock): Promise<void> {
  const { nowMs, elapsedMs } = clock;
  const untilMs = elapsedMs() + TIME_MAX_MS;
  const turns = new Turns(clock);
  for (let turn = 0; turn < TURNS; turn++) {
    for (const object of objects.slice(0, TURNS)) {
      if (elapsedMs() > untilMs) return;
      await turns.pass();
      const fetched = await object.reader.fetch({ rows: 1, columns: nowhere(object), atMs: nowMs() });
      const { wire, json } = object.formsOf(object.reader);
      wire.encode(fetched, true);
      json.row(fetched, 0);
      fetched.release();
    }
  }
}

const nowhere = ({ keys }: ServedObject): ReadonlyMap<string, Vector> =>
  new Map(
    keys.map(({ name, type }) => {
      const vector = createVector(type, 1);
      setValue(vector, 0, unlikely(type));
      return [name, vector];
    }),
  );

function unlikely(type: DataType): Value {
  switch (type.kind) {
    case 'string':
      return '\u{0}isochron warm up';
    case 'binary':
      return new Uint8Array([0, 0, 0]);
    case 'boolean':
      return false;
    case 'decimal':
      return { unscaled: -1n, scale: type.scale };
    default:
      return -1;
  }
}
