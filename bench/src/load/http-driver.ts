import { Pool } from 'undici';
import type { Driver, Proof } from './job.ts';

/** Connections that stay open, as many as lanes, one request at a time on each. */
export function createHttpDriver(): Driver {
  const pools = new Map<string, { readonly pool: Pool; readonly headers: Readonly<Record<string, string>> }>();
  const poolOf = (address: string, proof: Proof) => {
    const known = pools.get(address);
    if (known !== undefined) return known;
    const { authority: ca, certificate, token } = proof;
    // An address is none that TLS could name.
    const connect = { servername: 'localhost', ca, cert: certificate?.certificate, key: certificate?.key };
    const scheme = ca === undefined ? 'http' : 'https';
    const pool = new Pool(`${scheme}://${address}`, {
      ...{ pipelining: 1, connections: CONNECTIONS_MAX },
      ...(ca !== undefined && { connect }),
    });
    const made = { pool, headers: { ...HEADERS, ...(token !== undefined && { authorization: `Bearer ${token}` }) } };
    pools.set(address, made);
    return made;
  };
  return {
    send: async ({ address, path, proof = {} }, body) => {
      const { pool, headers } = poolOf(address, proof);
      const { statusCode, body: answer } = await pool.request({ path, method: 'POST', headers, body });
      const bytes = await answer.bytes();
      if (statusCode === 200) return bytes;
      throw new Error(`status ${statusCode}: ${Buffer.from(bytes).toString('utf8').slice(0, 200)}`);
    },
    close: async () => {
      for (const { pool } of pools.values()) await pool.destroy();
    },
  };
}

const CONNECTIONS_MAX = 64;
const HEADERS = { 'content-type': 'application/json' };
