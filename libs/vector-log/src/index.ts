export { vectorLogSchema } from './config.ts';
export { type FileSinkOptions, openFileSink } from './file-sink.ts';
export { type LoggedVector, readVectorLog, type Skipped } from './read-vector-log.ts';
export {
  createVectorLog,
  type JoinLog,
  type LoggedJoin,
  type Serving,
  type VectorLog,
  type VectorSink,
} from './vector-log.ts';
