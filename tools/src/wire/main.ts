/** `npm run wire`: our Thrift protocols against those of Apache Thrift. */
import { arbitraryStruct, everyStruct } from '@isochron/thrift/arbitrary';
import fc from 'fast-check';
import { startOracle } from '../../../oracle/thrift/src/index.ts';
import { type Options, parseCall, usage } from './arguments.ts';
import { compare, protocols } from './compare.ts';
import { structsOf } from './plain.ts';

const FAULT_MAX = 2000;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const call = parseCall(
    args,
    Date.now() % 2 ** 31,
    everyStruct.map(({ name }) => name),
  );
  if (call.kind === 'help') {
    console.log(usage);
    return 0;
  }
  if (call.kind === 'wrong') {
    console.error(`${call.message}\n\n${usage}`);
    return 2;
  }
  return run(call.options);
}

async function run({ structs, cases, seed }: Options): Promise<number> {
  const chosen = everyStruct.filter(({ name }) => structs.length === 0 || structs.includes(name));
  const oracle = startOracle(structsOf(everyStruct));
  let [byteCount, passed, failed] = [0, 0, 0];
  for (const struct of chosen) {
    const values = fc.sample(arbitraryStruct(struct, { isBinary: true }), { numRuns: cases, seed });
    for (const protocol of protocols) {
      const { byteCount: ofStruct, faults } = await compare(oracle, struct, protocol, values);
      byteCount += ofStruct;
      if (faults.length === 0) passed++;
      else failed++;
      const [first] = faults;
      if (first !== undefined)
        console.log(`${struct.name}, ${protocol}: ${faults.length} of ${cases} differ. ${first.slice(0, FAULT_MAX)}`);
    }
  }
  await oracle.stop();
  console.log(`${chosen.length} structs, ${cases} values each (seed ${seed}), both protocols: ${byteCount} bytes`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
