import { type ChannelCredentials, Client, credentials, Metadata } from '@grpc/grpc-js';
import type { Driver, Proof } from './job.ts';

/** Messages pass as bytes, so that the client's own work is small beside the server's. One connection an address. */
export function createGrpcDriver(): Driver {
  const clients = new Map<string, { readonly client: Client; readonly metadata: Metadata }>();
  const clientOf = (address: string, proof: Proof) => {
    const known = clients.get(address);
    if (known !== undefined) return known;
    const client = new Client(address, credentialsOf(proof), {
      'grpc.max_receive_message_length': -1,
      // An address is none that TLS could name.
      ...(proof.authority !== undefined && { 'grpc.ssl_target_name_override': 'localhost' }),
    });
    const metadata = new Metadata();
    if (proof.token !== undefined) metadata.set('authorization', `Bearer ${proof.token}`);
    clients.set(address, { client, metadata });
    return { client, metadata };
  };
  return {
    send: ({ address, path, proof = {} }, body) => {
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
      const { client, metadata } = clientOf(address, proof);
      client.makeUnaryRequest(path, asBuffer, asIs, body, metadata, (error, answer) => {
        if (error !== null) reject(error);
        else if (answer === undefined) reject(new Error(`${path} answered nothing`));
        else resolve(answer);
      });
      return promise;
    },
    close: async () => {
      for (const { client } of clients.values()) client.close();
    },
  };
}

function credentialsOf({ authority, certificate }: Proof): ChannelCredentials {
  if (authority === undefined) return credentials.createInsecure();
  const pem = (text: string | undefined): Buffer | null => (text === undefined ? null : Buffer.from(text));
  return credentials.createSsl(pem(authority), pem(certificate?.key), pem(certificate?.certificate));
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const asIs = (bytes: Buffer): Uint8Array => bytes;
