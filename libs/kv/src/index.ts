export * from './again.ts';
export * from './bytes.ts';
export * from './checked.ts';
export * from './rows.ts';
export * from './store.ts';
