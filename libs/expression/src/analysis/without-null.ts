export const withoutNull: ReadonlySet<string> = new Set([
  ...['$add', '$subtract', '$multiply', '$divide', '$negate', '$plus', '$concat', '$like', '$not'],
  ...['$equal', '$not_equal', '$less', '$less_or_equal', '$greater', '$greater_or_equal'],
  ...['$bitwise_and', '$bitwise_or', '$bitwise_xor', '$bitwise_not'],
]);
