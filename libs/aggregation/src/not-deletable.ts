/** What `States.remove` of an operation that is not deletable throws: the compiler has refused such a plan before. */
export function notDeletable(): never {
  throw new Error('this operation cannot take back an event; its Bound says deletable: false');
}
