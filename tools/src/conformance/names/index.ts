import type { Suite } from '../suite.ts';
import { avroKey } from './avro-key.ts';
import { dataType } from './data-type.ts';
import { millisToString, tsToStr } from './durations.ts';
import { enums } from './enums.ts';
import { groupByJson } from './group-by-json.ts';
import { join } from './join.ts';
import { macro } from './macro.ts';
import { metadata } from './metadata.ts';
import { outputColumnName } from './output-column-name.ts';
import { partition } from './partition.ts';
import { round } from './round.ts';
import { texts } from './texts.ts';
import { tileKey } from './tile-key.ts';
import { window } from './window.ts';

/** What is named, digested or encoded the existing system's way, by the kind of its case. */
export const names: Suite = {
  ...texts,
  ...enums,
  outputColumnName,
  window,
  metadata,
  round,
  partition,
  macro,
  join,
  millisToString,
  tsToStr,
  avro_key: avroKey,
  data_type: dataType,
  tile_key: tileKey,
  group_by_json: groupByJson,
};
