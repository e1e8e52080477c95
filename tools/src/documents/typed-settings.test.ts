import { expect, it } from 'vitest';
import { typedSettings } from './typed-settings.ts';

it('finds the settings of options, those inside of others too', () => {
  const text = `
    export interface PartOptions<Key extends string> extends Other<Key> {
      /** Not \`readonly commented?: string\`. */
      readonly on?: Readonly<Record<string, Key>>;
      readonly rollout?: { readonly strategy?: string; readonly steps: { readonly minutes: number } };
      readonly call?: (readonly: string) => void;
    }
    interface HiddenOptions { readonly hidden: string }
    export interface Part { readonly other: string }
  `;
  expect([...typedSettings('part.ts', text)]).toEqual([
    ['PartOptions', ['on', 'rollout', 'rollout.strategy', 'rollout.steps', 'rollout.steps.minutes', 'call']],
  ]);
});
