/** `npm run oracle`: our expressions against the real ZetaSQL engine. */
import { parseCall, usage } from './arguments.ts';
import { compiledCommand } from './compiled/command.ts';
import { evaluateCommand } from './evaluate/command.ts';
import { expressionsCommand } from './expressions/command.ts';
import { functionsCommand } from './functions/command.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const call = parseCall(args, Date.now() % 2 ** 31);
  const print = (line: string): void => console.log(line);
  switch (call.kind) {
    case 'help':
      print(usage);
      return 0;
    case 'wrong':
      console.error(`${call.message}\n\n${usage}`);
      return 2;
    case 'functions':
      return functionsCommand(call.options, print);
    case 'expressions':
      return expressionsCommand(call.options, print);
    case 'compiled':
      return compiledCommand(call.folder, print);
    case 'evaluate':
      return evaluateCommand(call.expressions, print);
  }
}
