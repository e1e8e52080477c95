export { type DuckDbWarehouseOptions, openDuckDbWarehouse } from './open.ts';
