import { readdirSync, readFileSync } from 'node:fs';
import { memoryOf, type Usage } from './server.ts';

/** Of the kernel, on every Linux there is. */
const TICK_MICROS = 10_000;

interface Stat {
  readonly pid: number;
  readonly parent: number;
  /** Of itself, and of children that have ended. */
  readonly ticks: number;
}

/** What a process and all that came of it have used, children that have ended included. Linux only. */
export function treeUsage(root: number): Usage {
  const all = readdirSync('/proc').flatMap((entry) => (/^\d+$/.test(entry) ? statOf(entry) : []));
  const tree = new Set([root]);
  // A child may come before its parent in the listing.
  for (let size = 0; size !== tree.size; ) {
    size = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  const own = all.filter(({ pid }) => tree.has(pid));
  const sum = (name: Parameters<typeof memoryOf>[1]): number =>
    own.reduce((total, { pid }) => total + (memoryOf(pid, name) || 0), 0);
  return {
    cpuMicros: TICK_MICROS * own.reduce((total, { ticks }) => total + ticks, 0),
    rssBytes: sum('VmRSS'),
    anonymousBytes: sum('RssAnon'),
    peakRssBytes: sum('VmHWM'),
    heapBytes: Number.NaN,
  };
}

/** Nothing where the process has ended in the meantime. */
function statOf(pid: string): readonly Stat[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of a process may hold spaces and parentheses; fields are counted from behind it, the third first.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
    return [{ pid: Number(pid), parent: Number(fields[1]), ticks }];
  } catch {
    return [];
  }
}
