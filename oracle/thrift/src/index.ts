export {
  type Answer,
  type OracleCase,
  type OracleType,
  type Structs,
  startOracle,
  type ThriftOracle,
} from './oracle.ts';
