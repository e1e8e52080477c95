import type { Warehouse } from '@isochron/warehouse';
import { warehouseConformance } from '@isochron/warehouse/conformance-suite';
import { hostileWarehouse, retryingWarehouse } from '@isochron/warehouse/hostile';
import { duckDbSubject } from './duckdb-subject.ts';

warehouseConformance('the embedded warehouse', () => duckDbSubject((warehouse) => warehouse));

/** `describe` may be stale there, so hostility that reads the past is left to the tests of callers. */
const hostility = { seed: 20010101, delayMsMax: 2, lostReplies: 0.3, staleReads: 0 };

warehouseConformance('a hostile warehouse, called again and again,', () =>
  duckDbSubject((warehouse: Warehouse) => retryingWarehouse(hostileWarehouse(warehouse, hostility), 20)),
);
