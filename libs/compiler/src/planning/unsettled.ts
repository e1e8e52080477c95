/** What a rule should have refused before anything was planned: an error of ours. */
export function unsettled(name: string): never {
  throw new Error(`${name} is not settled, and no rule said so.`);
}
