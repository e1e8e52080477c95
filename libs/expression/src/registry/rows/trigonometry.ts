import { checked, checkedOfTwo } from '../../runtime/mathematics.ts';
import { type FunctionRow, fn, row } from '../row.ts';

const of = (name: string, doc: string, compute: (x: number) => number, ulps: number, hint: string): FunctionRow =>
  row(name, 'mathematics', doc, {
    '(FLOAT64) -> FLOAT64': { js: fn(checked(name, compute)), givesNull: false, ulps, hints: [hint] },
  });

/** Angles are in radians. */
export const trigonometryRows: readonly FunctionRow[] = [
  of('SIN', 'The sine.', Math.sin, 1, 'moderate'),
  of('COS', 'The cosine.', Math.cos, 1, 'moderate'),
  of('TAN', 'The tangent.', Math.tan, 1, 'moderate'),
  of('COT', 'The cotangent; a fault for 0.', (x) => 1 / Math.tan(x), 2, 'moderate'),
  of('CSC', 'The cosecant; a fault for 0.', (x) => 1 / Math.sin(x), 2, 'moderate'),
  of('SEC', 'The secant.', (x) => 1 / Math.cos(x), 2, 'moderate'),
  of('ASIN', 'The angle of a sine; a fault beyond -1 and 1.', Math.asin, 1, 'unit-interval'),
  of('ACOS', 'The angle of a cosine; a fault beyond -1 and 1.', Math.acos, 1, 'unit-interval'),
  of('ATAN', 'The angle of a tangent.', Math.atan, 1, 'moderate'),
  of('SINH', 'The hyperbolic sine; a fault beyond the type.', Math.sinh, 1, 'moderate'),
  of('COSH', 'The hyperbolic cosine; a fault beyond the type.', Math.cosh, 1, 'moderate'),
  of('TANH', 'The hyperbolic tangent.', Math.tanh, 1, 'moderate'),
  of('COTH', 'The hyperbolic cotangent; a fault for 0.', (x) => 1 / Math.tanh(x), 2, 'moderate'),
  of('CSCH', 'The hyperbolic cosecant; a fault for 0.', (x) => 1 / Math.sinh(x), 2, 'moderate'),
  of('SECH', 'The hyperbolic secant.', (x) => 1 / Math.cosh(x), 2, 'moderate'),
  of('ASINH', 'The inverse of SINH.', Math.asinh, 1, 'moderate'),
  of('ACOSH', 'The inverse of COSH; a fault below 1.', Math.acosh, 1, 'positive'),
  of('ATANH', 'The inverse of TANH; a fault from -1 and 1 on.', Math.atanh, 1, 'unit-interval'),
  row('ATAN2', 'mathematics', 'The angle of the point whose ordinate is the first and whose abscissa is the second.', {
    '(FLOAT64, FLOAT64) -> FLOAT64': { js: fn(checkedOfTwo('ATAN2', Math.atan2)), givesNull: false, ulps: 1 },
  }),
];
