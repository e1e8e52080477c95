import { type DialectName, dialectNames } from '@isochron/expression';
import { ExpressionDialect, type MetaData } from '@isochron/thrift';

/** How Thrift has each dialect. */
export const dialectNumbers = {
  googlesql: ExpressionDialect.GOOGLESQL,
  spark: ExpressionDialect.SPARK,
} as const satisfies Readonly<Record<DialectName, ExpressionDialect>>;

/**
 * The dialect of an object's own expressions. `unsaid`: that of an object which does not say it, as none does that the existing system compiled; whoever
 * reads it has to know.
 */
export const dialectOf = (metaData: MetaData | undefined, unsaid: DialectName): DialectName =>
  dialectNames.find((name) => dialectNumbers[name] === metaData?.expressionDialect) ?? unsaid;
