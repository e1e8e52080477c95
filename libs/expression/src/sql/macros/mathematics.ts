/** Macros of the mathematics functions. */
export const mathematicsMacros = '';
