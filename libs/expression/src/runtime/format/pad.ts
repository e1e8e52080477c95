import { countCodePoints } from '../code-points.ts';

export interface Padding {
  readonly sign: string;
  readonly body: string;
  readonly spec: { readonly width: number; readonly isLeft: boolean; readonly hasZeros: boolean };
  /** Whether zeros may stand between the sign and the digits. */
  readonly zeros: boolean;
}

/** Filled up to the width, in characters: with spaces before or after, or with zeros after the sign. */
export function padded({ sign, body, spec, zeros }: Padding): string {
  const missing = spec.width - countCodePoints(sign) - countCodePoints(body);
  if (missing <= 0) return sign + body;
  if (spec.isLeft) return sign + body + ' '.repeat(missing);
  return zeros && spec.hasZeros ? sign + '0'.repeat(missing) + body : ' '.repeat(missing) + sign + body;
}
