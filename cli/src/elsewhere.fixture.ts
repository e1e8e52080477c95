/**
 * Read before a command (`node --import`): its clock says 2031 and is slow, its dice fall otherwise, and whatever would reach the network throws. Built-in
 * modules are changed in place, so that all who import them later are given these.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const BEGAN_MS = Date.UTC(2031, 4, 6, 23, 59, 58);
const SystemDate = Date;
const startedMs = SystemDate.now();
const nowMs = (): number => BEGAN_MS + Math.floor((SystemDate.now() - startedMs) / 7);

globalThis.Date = class extends SystemDate {
  constructor(...args: readonly unknown[]) {
    // The arguments are the caller's own; only a call without any asks for the clock.
    super(...((args.length === 0 ? [nowMs()] : args) as [number]));
  }
  static override now(): number {
    return nowMs();
  }
} as DateConstructor;
Math.random = () => 0.25;

const denied = (): never => {
  throw new Error('There is no network here.');
};
net.Socket.prototype.connect = denied;
net.Server.prototype.listen = denied;
dns.lookup = denied as unknown as typeof dns.lookup;
dns.promises.lookup = denied;
dgram.createSocket = denied;
globalThis.fetch = denied;
syncBuiltinESMExports();
