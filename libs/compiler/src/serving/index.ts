export * from './served-plan.ts';
export type { UploadedColumns } from './uploaded-tables.ts';
