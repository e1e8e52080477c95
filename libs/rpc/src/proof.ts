import {
  type ChannelCredentials,
  credentials,
  InterceptingCall,
  type Interceptor,
  Metadata,
  status,
} from '@grpc/grpc-js';
import { IsochronError } from '@isochron/schema';
import { setHeader } from './headers.ts';
import { isLoopback } from './loopback.ts';
import type { ClientTls } from './tls.ts';

/** How a client speaks to a server, and proves who it is. */
export interface ClientProof {
  /** null: without TLS, which is for loopback, or a mesh that encrypts. */
  readonly tls?: ClientTls | null;
  /** Asked for the bearer token of each call, so that it may change. A call for which there is none is UNAUTHENTICATED, with the reason. */
  readonly token?: () => string | Promise<string>;
  /** Whether the token may go without TLS to another machine, where a mesh encrypts: who reads a token can use it. */
  readonly sendsTokenInClear?: boolean;
}

/** What of a proof is about the connection, and what about each call. INVALID_ARGUMENT where others could read a token on its way. */
export function provingOptions(
  address: string,
  { tls = null, token, sendsTokenInClear = false }: ClientProof,
): { readonly credentials: ChannelCredentials; readonly interceptors: Interceptor[] } {
  if (token !== undefined && tls === null && !sendsTokenInClear && !isLoopback(hostOf(address))) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `A token is not sent to ${address} without TLS, where others could read it: say how to speak TLS, by the authority of the server's certificate.`,
    );
  }
  return { credentials: credentialsOf(tls), interceptors: token === undefined ? [] : [bearing(token)] };
}

/** `localhost` of `localhost:7411`, `[::1]` of `[::1]:7411`. */
const hostOf = (address: string): string => address.replace(/:\d+$/, '');

function credentialsOf(tls: ClientTls | null): ChannelCredentials {
  if (tls === null) return credentials.createInsecure();
  const pem = (text: string | undefined): Buffer | null => (text === undefined ? null : Buffer.from(text));
  return credentials.createSsl(
    pem(tls.authority ?? undefined),
    pem(tls.certificate?.key),
    pem(tls.certificate?.certificate),
  );
}

const bearing =
  (token: () => string | Promise<string>): Interceptor =>
  (options, nextCall) =>
    new InterceptingCall(nextCall(options), {
      start: (metadata, listener, next) => {
        const failed = (thrown: unknown): void => {
          const details = `There is no token for the call: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
          listener.onReceiveStatus({ code: status.UNAUTHENTICATED, details, metadata: new Metadata() });
        };
        const given = (text: string): void => {
          setHeader(metadata, 'authorization', `Bearer ${text}`);
          next(metadata, listener);
        };
        Promise.resolve().then(token).then(given).catch(failed);
      },
    });
