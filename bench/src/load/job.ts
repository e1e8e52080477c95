/** What a client is to do: requests of one kind, one after the other on each of its lanes, for a while. */
export interface Job {
  readonly protocol: 'grpc' | 'http';
  /** `127.0.0.1:7411` */
  readonly address: string;
  /** Of the method, or of the URL. */
  readonly path: string;
  /** Requests as they go over the wire, taken in turn. */
  readonly bodies: readonly Uint8Array[];
  /** How many requests are under way at once: each lane sends the next when it has its answer. */
  readonly concurrency: number;
  /** Until then lanes begin requests; those under way are waited for. */
  readonly durationMs: number;
  /** Lanes stop after so many requests, all together; not given: no limit. */
  readonly requestsMax?: number;
  /** Not given: without TLS and without a token. */
  readonly proof?: Proof;
}

/** How a client gets in. */
export interface Proof {
  /** PEM of who signed the server's certificate. Given: it speaks TLS. */
  readonly authority?: string;
  /** What the client shows over TLS, PEM. */
  readonly certificate?: { readonly certificate: string; readonly key: string };
  /** A bearer token. */
  readonly token?: string;
}

/** What came of a job. Latencies are in milliseconds, from sending to the whole answer; failed requests are not among them. */
export interface JobResult {
  readonly requests: number;
  readonly errors: number;
  readonly firstError: string | null;
  readonly ms: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  /** Of the client's process. */
  readonly cpuMicros: number;
  /** What was answered last; null where nothing was. */
  readonly lastAnswer: Uint8Array | null;
}

/** Sends one request and answers the bytes that came back; rejects where the server says anything but that it is well. */
export interface Driver {
  send(job: Job, body: Uint8Array): Promise<Uint8Array>;
  close(): Promise<void>;
}
