import type { Metadata } from '@grpc/grpc-js';
import { IsochronError } from '@isochron/schema';

/** INVALID_ARGUMENT where the value cannot stand in a header, without the value: gRPC's own error shows it, and it may be a secret. */
export function setHeader(metadata: Metadata, name: string, value: string): void {
  if (!/^[ -~]*$/.test(value)) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `The header ${name} cannot be sent: its value has characters that none may have, such as the end of a line.`,
    );
  }
  metadata.set(name, value);
}
