import type { Layers } from '@isochron/authoring';

type Settings = Readonly<Record<string, string>>;

export interface Overlaid {
  readonly common: Settings;
  /** What holds in each mode that some layer names, what is common to all of them included. */
  readonly modes: Readonly<Record<string, Settings>>;
}

/**
 * Settings from the layer that counts least to the one that counts most. In each mode, what a layer says of the mode is laid over what it says of all
 * of them, and this over the layers below: a definition's common settings win over its team's settings of a mode, as in the existing system.
 */
export function overlaid(layers: readonly Layers[]): Overlaid {
  const modes = new Set(layers.flatMap((layer) => Object.keys(layer)).filter((mode) => mode !== COMMON));
  // Not assigned one by one: a name like __proto__ is a name like any other.
  const inMode = (mode: string): Settings =>
    Object.fromEntries(
      layers.flatMap((layer) => [...Object.entries(layer[COMMON] ?? {}), ...Object.entries(layer[mode] ?? {})]),
    );
  return {
    common: inMode(COMMON),
    modes: Object.fromEntries([...modes].map((mode) => [mode, inMode(mode)])),
  };
}

/** The name that stands for every mode. */
const COMMON = 'common';
