import { join } from 'node:path';
import { createClient } from '@isochron/rpc';
import { CompilerClient } from '@isochron/rpc/compiler';
import { killSpawned, type Spawned, spawnService } from '@isochron/service/spawned';

/** The service in a process of its own, and a client of it. */
export interface Started extends Spawned {
  readonly client: InstanceType<typeof CompilerClient>;
}

export async function startProcess(home: string, settings: Readonly<Record<string, string>> = {}): Promise<Started> {
  const spawned = await spawnService(join(import.meta.dirname, 'main.ts'), home, settings);
  return { ...spawned, client: createClient(CompilerClient, `127.0.0.1:${spawned.grpcPort}`) };
}

/** Ends it as a crash would. */
export async function kill(started: Started): Promise<void> {
  started.client.close();
  await killSpawned(started);
}
