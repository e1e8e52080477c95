/** Macros of the collection functions. */
export const collectionMacros = '';
