/** Macros of the text functions. */
export const textMacros = '';
