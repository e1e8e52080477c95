import type { Definition } from '../../operation.ts';

export const definition: Definition = (events) => events.length;
