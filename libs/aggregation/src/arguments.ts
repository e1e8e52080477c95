import type { Arguments, Operation, Refusal } from './operation.ts';

/** The arguments with their defaults, in the order of the parameters; a refusal of one that is unknown or missing. */
export function completeArguments(name: string, operation: Operation, args: Arguments): Arguments | Refusal {
  const { parameters } = operation;
  const unknown = Object.keys(args).find((given) => !parameters.some((parameter) => parameter.name === given));
  if (unknown !== undefined) {
    const known = parameters.map((parameter) => parameter.name).join(', ');
    return { refusal: `${name} has no argument ${unknown}; it takes ${known === '' ? 'none' : known}.` };
  }
  const complete: Record<string, string> = {};
  for (const parameter of parameters) {
    const text = args[parameter.name] ?? parameter.defaultText;
    if (text === null) return { refusal: `${name} needs the argument ${parameter.name}. ${parameter.summary}` };
    complete[parameter.name] = text.trim();
  }
  return complete;
}
