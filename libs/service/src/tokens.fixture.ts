import { writeFile } from 'node:fs/promises';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

export const ISSUER = 'https://issuer.example';
export const AUDIENCE = 'isochron';

export interface TokenIssuer {
  /** Its public keys, as it publishes them. */
  readonly keys: readonly JWK[];
  /** A token for ten minutes, unless the claims say otherwise; a claim that is undefined is left out. */
  token(claims?: Readonly<Record<string, unknown>>, kid?: string): Promise<string>;
  /** From now on it signs with a new key of that id as well. */
  addKey(kid: string): Promise<void>;
  removeKey(kid: string): void;
  /** Writes its public keys, and answers how settings name them. */
  write(path: string): Promise<string>;
}

export async function createIssuer(algorithm = 'ES256'): Promise<TokenIssuer> {
  const pairs = new Map<string, CryptoKey>();
  const keys: JWK[] = [];
  const addKey = async (kid: string): Promise<void> => {
    const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
    pairs.set(kid, privateKey);
    keys.push({ ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' });
  };
  await addKey('first');
  return {
    keys,
    addKey,
    removeKey: (kid) => {
      keys.splice(0, keys.length, ...keys.filter((key) => key.kid !== kid));
    },
    token: async (claims = {}, kid = 'first') => {
      const key = pairs.get(kid);
      if (key === undefined) throw new Error(`There is no key ${kid}.`);
      const nowS = Math.floor(Date.now() / 1000);
      const all = { iss: ISSUER, aud: AUDIENCE, sub: 'ada', iat: nowS, exp: nowS + 600, ...claims };
      return new SignJWT(all).setProtectedHeader({ alg: algorithm, kid }).sign(key);
    },
    write: async (path) => {
      await writeFile(path, JSON.stringify({ keys }));
      return `file:${path}`;
    },
  };
}
