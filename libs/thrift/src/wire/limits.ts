/** Definitions nest perhaps ten levels; what is deeper is no definition but an attempt to exhaust the stack. */
export const depthMax = 64;
