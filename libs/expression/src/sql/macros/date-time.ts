/** Macros of the date and time functions. */
export const dateTimeMacros = '';
