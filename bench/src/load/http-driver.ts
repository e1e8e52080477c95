import { Pool } from 'undici';
import type { Driver } from './job.ts';

/** Connections that stay open, as many as lanes, one request at a time on each. */
export function createHttpDriver(): Driver {
  const pools = new Map<string, Pool>();
  const poolOf = (address: string): Pool => {
    const known = pools.get(address);
    if (known !== undefined) return known;
    const pool = new Pool(`http://${address}`, { pipelining: 1, connections: CONNECTIONS_MAX });
    pools.set(address, pool);
    return pool;
  };
  return {
    send: async ({ address, path }, body) => {
      const { statusCode, body: answer } = await poolOf(address).request({ path, method: 'POST', headers, body });
      const bytes = await answer.bytes();
      if (statusCode === 200) return bytes;
      throw new Error(`status ${statusCode}: ${Buffer.from(bytes).toString('utf8').slice(0, 200)}`);
    },
    close: async () => {
      for (const pool of pools.values()) await pool.destroy();
    },
  };
}

const CONNECTIONS_MAX = 64;
const headers = { 'content-type': 'application/json' };
