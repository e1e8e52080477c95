import { Client, credentials } from '@grpc/grpc-js';
import type { Driver } from './job.ts';

/** Messages pass as bytes, so that the client's own work is small beside the server's. One connection an address. */
export function createGrpcDriver(): Driver {
  const clients = new Map<string, Client>();
  const clientOf = (address: string): Client => {
    const known = clients.get(address);
    if (known !== undefined) return known;
    const client = new Client(address, credentials.createInsecure(), { 'grpc.max_receive_message_length': -1 });
    clients.set(address, client);
    return client;
  };
  return {
    send: ({ address, path }, body) => {
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
      clientOf(address).makeUnaryRequest(path, asBuffer, asIs, body, (error, answer) => {
        if (error !== null) reject(error);
        else if (answer === undefined) reject(new Error(`${path} answered nothing`));
        else resolve(answer);
      });
      return promise;
    },
    close: async () => {
      for (const client of clients.values()) client.close();
    },
  };
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const asIs = (bytes: Buffer): Uint8Array => bytes;
