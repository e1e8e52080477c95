export { type ColumnChanges, noChanges } from './column-changes.ts';
export { type Change, diff, type SetDifference } from './diff.ts';
export { changeText, unsafeChanges } from './unsafe-changes.ts';
