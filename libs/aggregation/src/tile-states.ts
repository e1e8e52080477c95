import type { Value } from '@isochron/schema';
import { type BaseColumn, baseColumns, type StructValue } from './base-column.ts';
import type { KeyedEventRows } from './event-rows.ts';
import type { Feature } from './feature.ts';
import { inputOf } from './hop-class.ts';
import type { States } from './operation.ts';
import { SlotPool } from './slot-pool.ts';
import { tileSizeMs } from './tile.ts';
import { hopStart } from './window.ts';

/** A tile that is held: what one key saw in [startMs, startMs + tileMs). */
export interface HeldTile {
  readonly key: number;
  readonly startMs: number;
  /** True from an update or merge until {@link TileStates.clean}. */
  readonly dirty: boolean;
}

type Tile = { -readonly [K in keyof HeldTile]: HeldTile[K] } & { readonly slot: number };

const INITIAL_SLOTS = 256;

/**
 * The tiles of many keys that live events are folded into: for each tile one slot in every base column of states.
 * Memory is that of the tiles held, whatever their events.
 */
export class TileStates {
  /** Tiles start at multiples of this. */
  readonly tileMs: number;
  readonly #columns: readonly { readonly base: BaseColumn; readonly states: States }[];
  readonly #pool: SlotPool;
  readonly #keys = new Map<number, Map<number, Tile>>();
  readonly #dirty = new Set<Tile>();
  #at = new Int32Array(0);

  constructor(features: readonly Feature[]) {
    this.tileMs = tileSizeMs(features);
    this.#columns = baseColumns(features).map((base) => ({ base, states: base.bound.states(INITIAL_SLOTS) }));
    this.#pool = new SlotPool(this.#columns.map(({ states }) => states));
  }

  /** How many tiles are held. */
  get held(): number {
    return this.#pool.taken;
  }

  /** Folds events, in any order, into the tiles they fall into, which become dirty. */
  update(rows: KeyedEventRows): void {
    const { n, key, ts, columns } = rows;
    if (this.#at.length < n) this.#at = new Int32Array(n);
    const at = this.#at;
    let tile: Tile | null = null;
    for (let r = 0; r < n; r++) {
      const start = hopStart(ts[r] as number, this.tileMs);
      if (tile === null || tile.startMs !== start || tile.key !== key[r]) {
        tile = this.#hold(key[r] as number, start);
        this.#markDirty(tile);
      }
      at[r] = tile.slot;
    }
    for (const { base, states } of this.#columns) states.update(at, inputOf(columns, base.input, base.bucket), ts, n);
  }

  /** The tiles that changed since they were last clean, in the order in which they changed first. */
  dirty(): readonly HeldTile[] {
    return [...this.#dirty];
  }

  /** Says that what the tile holds now stands elsewhere too. */
  clean(key: number, startMs: number): void {
    const tile = this.#find(key, startMs);
    if (tile === undefined) return;
    tile.dirty = false;
    this.#dirty.delete(tile);
  }

  /** The tile as a value of `tileIrType`, sharing nothing with it; null where none is held. */
  read(key: number, startMs: number, isComplete = false): Value {
    const tile = this.#find(key, startMs);
    if (tile === undefined) return null;
    const collapsedIr: Record<string, Value> = {};
    for (const { base, states } of this.#columns) collapsedIr[base.name] = states.read(tile.slot);
    return { collapsedIr, isComplete };
  }

  /**
   * Makes the tile what `ir` says (null: empty), holding it if it is not held, and clean: it is what stands
   * elsewhere.
   */
  write(key: number, startMs: number, ir: Value): void {
    this.#write(this.#hold(key, startMs).slot, ir);
    this.clean(key, startMs);
  }

  /** Adds what `ir` holds to the tile, which becomes dirty. */
  merge(key: number, startMs: number, ir: Value): void {
    const tile = this.#hold(key, startMs);
    const other = this.#pool.take();
    this.#write(other, ir);
    const score = Int32Array.of(tile.slot, tile.slot, other);
    for (const { states } of this.#columns) states.merge(score, 1);
    this.#pool.give(other);
    this.#markDirty(tile);
  }

  /** Lets go of the tile, dirty or not. */
  free(key: number, startMs: number): void {
    const tiles = this.#keys.get(key);
    const tile = tiles?.get(startMs);
    if (tiles === undefined || tile === undefined) return;
    tiles.delete(startMs);
    if (tiles.size === 0) this.#keys.delete(key);
    this.#dirty.delete(tile);
    this.#pool.give(tile.slot);
  }

  #write(slot: number, ir: Value): void {
    // The caller says that it is a value of `tileIrType`.
    const collapsed = (ir as StructValue | null)?.['collapsedIr'] as StructValue | null | undefined;
    for (const { base, states } of this.#columns) states.write(slot, collapsed?.[base.name] ?? null);
  }

  #markDirty(tile: Tile): void {
    tile.dirty = true;
    this.#dirty.add(tile);
  }

  #find(key: number, startMs: number): Tile | undefined {
    return this.#keys.get(key)?.get(startMs);
  }

  #hold(key: number, startMs: number): Tile {
    if (startMs !== hopStart(startMs, this.tileMs)) {
      throw new RangeError(`no tile of ${this.tileMs} ms starts at ${startMs}`);
    }
    let tiles = this.#keys.get(key);
    if (tiles === undefined) {
      tiles = new Map();
      this.#keys.set(key, tiles);
    }
    let tile = tiles.get(startMs);
    if (tile === undefined) {
      tile = { key, startMs, dirty: false, slot: this.#pool.take() };
      tiles.set(startMs, tile);
    }
    return tile;
  }
}
