import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { IsochronError } from '@isochron/schema';
import type { CallContext } from './call.ts';
import {
  type HealthCheckRequest,
  type HealthCheckResponse,
  HealthCheckResponse_ServingStatus as Status,
} from './generated/grpc/health/v1/health.ts';

export { HealthService } from './generated/grpc/health/v1/health.ts';

/** Whether the server is to be sent calls. It may be asked often, so it answers from what it knows of the last moment. */
export type Readiness = () => Promise<boolean>;

/** How often a status is looked at for who watches it. */
const LOOK_EVERY_MS = 1_000;

/** gRPC's health protocol: the server as a whole, and each of its services, which stand and fall with it. */
export class HealthAnswers {
  readonly #isReady: Readiness;
  readonly #services = new Set<string>(['']);

  constructor(isReady: Readiness) {
    this.#isReady = isReady;
  }

  /** From now on the services of a definition are known: `/isochron.compiler.v1.Compiler/Publish` is of `isochron.compiler.v1.Compiler`. */
  know(definition: ServiceDefinition): void {
    for (const { path } of Object.values(definition)) this.#services.add(path.split('/')[1] ?? '');
  }

  async check({ service }: HealthCheckRequest): Promise<HealthCheckResponse> {
    if (this.#services.has(service)) return { status: await this.#status() };
    throw new IsochronError('NOT_FOUND', `There is no service ${JSON.stringify(service.slice(0, 200))} here.`);
  }

  async *watch({ service }: HealthCheckRequest, { signal }: CallContext): AsyncGenerator<HealthCheckResponse> {
    let said: Status | null = null;
    while (!signal.aborted) {
      const status: Status = this.#services.has(service) ? await this.#status() : Status.SERVICE_UNKNOWN;
      if (status !== said) yield { status };
      said = status;
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  async #status(): Promise<Status> {
    return (await this.#isReady()) ? Status.SERVING : Status.NOT_SERVING;
  }
}
