import { readFile } from 'node:fs/promises';
import type { ClientProof, ClientTls } from '@isochron/rpc';
import { IsochronError } from '@isochron/schema';
import { type Command, Option } from 'commander';

/** What the command line says of how a server is spoken to. Secrets are named by their files and never written there. */
export interface ProofOptions {
  readonly ca?: string;
  readonly clientCert?: string;
  readonly clientKey?: string;
  readonly tokenFile?: string;
}

/** Adds the options to a command that may speak to a server. */
export const addProofOptions = (command: Command): Command =>
  command
    .addOption(new Option('--ca <file>', "PEM of who signed the server's certificate").env('ISOCHRON_CA'))
    .addOption(
      new Option('--client-cert <file>', 'PEM of the certificate that is shown to the server').env(
        'ISOCHRON_CLIENT_CERT',
      ),
    )
    .addOption(new Option('--client-key <file>', 'PEM of its key').env('ISOCHRON_CLIENT_KEY'))
    .addOption(
      new Option('--token-file <file>', 'a file that holds a bearer token; it is read for each call').env(
        'ISOCHRON_TOKEN_FILE',
      ),
    );

/** A server and how it is spoken to. */
export interface Server {
  /** `host:port`. */
  readonly address: string;
  readonly proof: ClientProof;
}

/**
 * `grpcs://host:port` is spoken to by TLS, and so is `grpc://host:port` or `host:port` where a file of the options is about TLS; by the authorities that Node knows where none is named.
 * INVALID_ARGUMENT where it is no address, or a file cannot be read.
 */
export async function serverOf(said: string, { tokenFile, ...options }: ProofOptions): Promise<Server> {
  const [, scheme, address] = /^(?:(grpcs?):\/\/)?([^/\s]+:\d+)$/.exec(said) ?? [];
  if (address === undefined) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `${said} is no address of a service: write grpc://host:port, or grpcs://host:port for TLS.`,
    );
  }
  const { ca, clientCert, clientKey } = options;
  const isAboutTls = [ca, clientCert, clientKey].some((each) => each !== undefined);
  const tls = scheme === 'grpcs' || isAboutTls ? await tlsOf(options) : null;
  if (tokenFile === undefined) return { address, proof: { tls } };
  await readSaid('--token-file', tokenFile);
  return { address, proof: { tls, token: async () => (await readSaid('--token-file', tokenFile)).trim() } };
}

async function tlsOf({ ca, clientCert, clientKey }: ProofOptions): Promise<ClientTls> {
  if ((clientCert === undefined) !== (clientKey === undefined)) {
    throw new IsochronError('INVALID_ARGUMENT', '--client-cert and --client-key go together.');
  }
  const authority = ca === undefined ? null : await readSaid('--ca', ca);
  if (clientCert === undefined || clientKey === undefined) return { authority };
  const certificate = await readSaid('--client-cert', clientCert);
  return { authority, certificate: { certificate, key: await readSaid('--client-key', clientKey) } };
}

async function readSaid(option: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new IsochronError('INVALID_ARGUMENT', `${option} ${file} cannot be read: ${why}`, thrown);
  }
}
