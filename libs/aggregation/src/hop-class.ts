import type { Vector } from '@isochron/schema';
import type { Feature } from './feature.ts';
import { GatheredColumn } from './gathered-column.ts';
import { EMPTY, FIRST_SLOT, type Input, SINK, type States } from './operation.ts';
import { putTriple, Score } from './score.ts';

/** Rows that all hop classes of a fold read in one step, sorted by key, then time, a left row before the events of its instant. */
export interface StepRows {
  readonly n: number;
  readonly key: Int32Array;
  /** Milliseconds. */
  readonly ts: Float64Array;
  /** The number of a left row; negative for an event. */
  readonly row: Int32Array;
  readonly columns: readonly Vector[];
}

/**
 * A step's rows, cut at its left rows, which all hop classes share. The events that matter to a left row and to none before it are
 * those between: from the left row before it, or where its key begins. Events of a key that no left row follows matter to nobody.
 */
export interface Step extends StepRows {
  /** How many left rows there are. */
  readonly leftRows: number;
  /** Where each left row stands, in order, and where the events before it begin. */
  readonly leftAt: Int32Array;
  readonly eventsFrom: Int32Array;
  /** From here on stand events of the last key that the next step's left rows may ask for; the number of rows if there are none. */
  readonly openFrom: number;
}

/**
 * The features of one hop size, folded together. It reads keys and times only and writes down which states meet; then every column
 * of states plays that score.
 *
 * Slots, in order: EMPTY, SINK; the homes of hops (a ring); temporaries, for events that come after a left row in one hop; snapshots
 * of the open hop; and for each window its front sums, one a ring place, its back sum and its results.
 *
 * An event that no left row to come can see is left out, class by class: where left rows are few and windows short, most are.
 *
 * A window is a two-stack over the ring of hops: the front sums run from the newest hop of the last turn back to the tail, the back sum
 * takes the hops closed since. So each hop is merged a constant number of times whatever the window, and the memory is that of
 * the hops in the longest window, whatever the key.
 */
export class HopClass {
  readonly #hop: number;
  readonly #windows: readonly Window[];
  readonly #columns: readonly Column[];
  readonly #ringMask: number;
  readonly #homeMask: number;
  readonly #hopStarts: Float64Array;
  readonly #hopHomes: Int32Array;
  /** Milliseconds from an event on within which a left row must come for the event to matter. */
  readonly #reachMs: number;
  /** The events of a step that count: their rows, slots and times, and their inputs by column of the row schema. */
  readonly #eventRows: Int32Array;
  readonly #at: Int32Array;
  readonly #ts: Float64Array;
  readonly #gathered: readonly (GatheredColumn | undefined)[];
  readonly #score: Score;
  readonly #temporaries: number;
  readonly #snapshots: number;
  #key = NaN;
  #tail = 0;
  #homes = 0;
  #openEnd = -Infinity;
  #open = SINK;

  /** `hop` in milliseconds, Infinity for unwindowed features; `outputs[f]` is where features[f] goes. */
  constructor(hop: number, features: readonly Feature[], outputs: readonly Vector[], stepRows: number) {
    this.#hop = hop;
    const lengths = [...new Set(features.map((feature) => feature.spec.windowMs ?? Infinity))];
    const longest = Math.max(...lengths);
    // A window of k hops can touch k + 1 of them beside the open one.
    const reach = hop === Infinity ? 1 : Math.ceil(longest / hop) + 2;
    const ring = powerOfTwoFrom(reach + 1);
    const homes = powerOfTwoFrom(ring + stepRows);
    this.#ringMask = ring - 1;
    this.#homeMask = homes - 1;
    this.#hopStarts = new Float64Array(ring);
    this.#hopHomes = new Int32Array(ring);
    this.#reachMs = hop === Infinity ? Infinity : longest + hop;
    this.#eventRows = new Int32Array(stepRows);
    this.#at = new Int32Array(stepRows);
    this.#ts = new Float64Array(stepRows);
    const read: (GatheredColumn | undefined)[] = [];
    for (const { input, bucket } of features) {
      read[input] ??= new GatheredColumn(stepRows);
      if (bucket !== null) read[bucket] ??= new GatheredColumn(stepRows);
    }
    this.#gathered = Array.from(read);
    // A row puts at most two triples, and the step's end one.
    this.#score = new Score(2 * stepRows + 1);

    let slots = FIRST_SLOT + homes;
    this.#temporaries = slots;
    slots += stepRows;
    this.#snapshots = slots;
    slots += stepRows;
    const windows = new Map<number, Window>();
    for (const length of lengths) {
      windows.set(length, new Window(length, slots, ring, stepRows));
      slots += ring + 1 + stepRows;
    }
    this.#windows = [...windows.values()];

    const columns = new Map<string, Column>();
    features.forEach((feature, index) => {
      let column = columns.get(feature.state);
      if (column === undefined) {
        column = { states: feature.bound.states(slots), input: feature.input, bucket: feature.bucket };
        columns.set(feature.state, column);
      }
      const output = outputs[index];
      const window = windows.get(feature.spec.windowMs ?? Infinity);
      if (output === undefined || window === undefined) throw new Error(`no output for feature ${feature.spec.name}`);
      window.results.push({ states: column.states, output });
    });
    this.#columns = [...columns.values()];
  }

  /** Folds one step and writes the features of its left rows from `outputRow` on. */
  fold(step: Step, outputRow: number): void {
    const firstHome = this.#homes;
    const { leftRows } = step;
    const { temporaries, events } = this.#write(step);
    this.#play(step, firstHome, temporaries, events);
    if (leftRows === 0) return;
    for (const window of this.#windows) {
      for (const { states, output } of window.results) {
        states.merge(window.score.triples, window.score.length);
        states.finalize(window.firstResult, leftRows, output, outputRow);
      }
    }
  }

  /** Writes this step's scores from keys and times. */
  #write(step: Step): { temporaries: number; events: number } {
    const { n, key, ts, leftRows, leftAt, eventsFrom, openFrom } = step;
    const hop = this.#hop;
    const reach = this.#reachMs;
    const at = this.#at;
    const eventRows = this.#eventRows;
    const triples = this.#score.triples;
    const windows = this.#windows;
    const ringMask = this.#ringMask;
    const homeMask = this.#homeMask;
    const hopStarts = this.#hopStarts;
    const hopHomes = this.#hopHomes;
    const firstTemporary = this.#temporaries;
    const firstSnapshot = this.#snapshots;
    let currentKey = this.#key;
    let tail = this.#tail;
    let homes = this.#homes;
    let openEnd = this.#openEnd;
    let open = this.#open;
    // Where events go now: the open hop until a left row has seen it, then a temporary that is folded into it before it is looked at
    // again; NOWHERE right after a left row.
    let target = open;
    let temporaries = 0;
    let events = 0;
    let end = 0;
    for (const window of windows) window.score.end = 0;

    // Once for each left row with the events before it, and once for the events after the last.
    for (let left = 0; left <= leftRows; left++) {
      const isLeft = left < leftRows;
      const to = isLeft ? (leftAt[left] as number) : n;
      let from = isLeft ? (eventsFrom[left] as number) : openFrom;
      const keyRow = isLeft ? to : from;
      if (keyRow < n && key[keyRow] !== currentKey) {
        currentKey = key[keyRow] as number;
        if (target !== open && target !== NOWHERE) end = putTriple(triples, end, open, open, target);
        target = open = SINK;
        openEnd = -Infinity;
        for (const window of windows) window.begin(tail);
      }
      if (isLeft) {
        // Events are in order of time, so those within reach are the last ones.
        const earliest = (ts[to] as number) - reach;
        let within = to;
        while (within > from && (ts[within - 1] as number) >= earliest) within--;
        from = within;
      }
      for (let r = from; r < to; r++) {
        const time = ts[r] as number;
        if (time >= openEnd) {
          if (target !== open && target !== NOWHERE) end = putTriple(triples, end, open, open, target);
          const start = hop === Infinity ? -Infinity : Math.floor(time / hop) * hop;
          openEnd = hop === Infinity ? Infinity : start + hop;
          open = FIRST_SLOT + (homes++ & homeMask);
          hopStarts[tail & ringMask] = start;
          hopHomes[tail & ringMask] = open;
          tail++;
          target = open;
        } else if (target === NOWHERE) {
          target = firstTemporary + temporaries++;
        }
        at[events] = target;
        eventRows[events++] = r;
      }
      if (!isLeft) break;
      const time = ts[to] as number;
      let closed = tail;
      let snapshot = EMPTY;
      let openStart = -Infinity;
      if (openEnd !== -Infinity) {
        closed = tail - 1;
        openStart = hopStarts[closed & ringMask] as number;
        if (target !== open && target !== NOWHERE) end = putTriple(triples, end, open, open, target);
        target = NOWHERE;
        snapshot = firstSnapshot + left;
        end = putTriple(triples, end, snapshot, open, EMPTY);
      }
      const oldest = tail - ringMask;
      for (const window of windows) {
        const start = window.length === Infinity ? -Infinity : Math.floor((time - window.length) / hop) * hop;
        let low = window.low < oldest ? oldest : window.low;
        while (low < closed && (hopStarts[low & ringMask] as number) < start) low++;
        window.moveTo(low, closed, hopHomes, ringMask);
        const result = window.firstResult + left;
        const front = low < window.middle ? window.front + (low & ringMask) : EMPTY;
        window.score.put(result, front, window.back);
        if (snapshot !== EMPTY && openStart >= start) window.score.put(result, result, snapshot);
      }
    }
    // Temporaries do not outlive the step.
    if (target !== open && target !== NOWHERE) end = putTriple(triples, end, open, open, target);
    this.#score.end = end;
    this.#key = currentKey;
    this.#tail = tail;
    this.#homes = homes;
    this.#openEnd = openEnd;
    this.#open = open;
    return { temporaries, events };
  }

  /** Plays the events that count and the class's score over every column of states. */
  #play(step: Step, firstHome: number, temporaries: number, events: number): void {
    const ring = this.#homeMask + 1;
    const from = firstHome & this.#homeMask;
    const to = from + this.#homes - firstHome;
    const rows = this.#eventRows;
    const ts = this.#ts;
    for (let e = 0; e < events; e++) ts[e] = step.ts[rows[e] as number] as number;
    const columns = this.#gathered.map((column, index) => {
      const source = step.columns[index];
      return column === undefined || source === undefined ? source : column.take(source, rows, events);
    });
    for (const { states, input, bucket } of this.#columns) {
      states.clear(FIRST_SLOT + from, FIRST_SLOT + Math.min(to, ring));
      if (to > ring) states.clear(FIRST_SLOT, FIRST_SLOT + to - ring);
      if (temporaries > 0) states.clear(this.#temporaries, this.#temporaries + temporaries);
      states.update(this.#at, inputOf(columns, input, bucket), ts, events);
      states.merge(this.#score.triples, this.#score.length);
    }
  }
}

/** One window length of a class: its two-stack, as places in the ring counted without wrapping, and its score. */
class Window {
  /** Milliseconds; Infinity for none. */
  readonly length: number;
  readonly front: number;
  readonly back: number;
  readonly firstResult: number;
  readonly score: Score;
  readonly results: { readonly states: States; readonly output: Vector }[] = [];
  /** The first hop inside the window. */
  low = 0;
  /** Front sums stand for hops in [low, middle), the back sum for [middle, done). */
  middle = 0;
  #done = 0;

  constructor(length: number, front: number, ring: number, stepRows: number) {
    this.length = length;
    this.front = front;
    this.back = front + ring;
    this.firstResult = this.back + 1;
    // A hop that closes enters a front sum once and the back sum once; a left row puts its result in two triples, after at most one reset.
    this.score = new Score(2 * (ring + stepRows) + 3 * stepRows);
  }

  /** A new key: nothing before `tail` counts any more, and the sums are written anew when it is first asked. */
  begin(tail: number): void {
    this.low = this.#done = tail;
    this.middle = NOT_WRITTEN;
  }

  /** Makes the window stand for the hops [low, closed). */
  moveTo(low: number, closed: number, homes: Int32Array, mask: number): void {
    this.low = low;
    if (low < this.middle || closed === this.middle) {
      const { score, back } = this;
      for (let hop = this.#done; hop < closed; hop++) score.put(back, back, homes[hop & mask] as number);
    } else {
      const { score, front } = this;
      let sum = EMPTY;
      for (let hop = closed - 1; hop >= low; hop--) {
        score.put(front + (hop & mask), homes[hop & mask] as number, sum);
        sum = front + (hop & mask);
      }
      score.put(this.back, EMPTY, EMPTY);
      this.middle = closed;
    }
    this.#done = closed;
  }
}

const NOT_WRITTEN = -1;
const NOWHERE = -1;

interface Column {
  readonly states: States;
  readonly input: number;
  readonly bucket: number | null;
}

/** What a column of states reads of a row: its input, beside the bucket where there is one. */
export function inputOf(columns: readonly (Vector | undefined)[], input: number, bucket: number | null): Input {
  const value = columns[input];
  if (value === undefined) throw new Error(`there is no column ${input} among ${columns.length}`);
  if (bucket === null) return value;
  const buckets = columns[bucket];
  if (buckets === undefined || buckets.kind !== 'values') throw new Error(`column ${bucket} holds no buckets`);
  // `bindFeature` has seen that a bucket column is of type string.
  return { kind: 'bucketed', bucket: buckets.data as (string | null)[], value };
}

const powerOfTwoFrom = (least: number): number => 2 ** Math.ceil(Math.log2(least));
