import type { Engine } from './engine.ts';
import type { Workshop } from './stage.ts';

/** Runs `work` with a connection and tables of its own, which go when it ends; `what` begins the sentence of an error. */
export async function inWorkshop<T>(engine: Engine, what: string, work: (shop: Workshop) => Promise<T>): Promise<T> {
  return engine.use(what, async (connection) => {
    const tables: string[] = [];
    const fresh = (stem: string): string => {
      const name = engine.freshName(stem);
      tables.push(name);
      return name;
    };
    try {
      return await work({ engine, connection, fresh });
    } finally {
      await connection.run(tables.map((table) => `DROP TABLE IF EXISTS ${table};`).join(' ')).catch(() => undefined);
    }
  });
}
