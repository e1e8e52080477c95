/**
 * A row for which an expression has no value: a division by zero, a number beyond its type, text that is no date. Thrown inside a compiled expression
 * only, which says where in its text that was and throws an `ExpressionError`. `SAFE.F(…)` and `SAFE_CAST` turn it into null.
 */
export class RowFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RowFault';
  }
}
