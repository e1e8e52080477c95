import { type AvroOutput, nullableWriterOf } from '@isochron/avro';
import { type DataType, getValue, readLong, type Vector } from '@isochron/schema';

/** Writes the value of a row as a nullable field. */
export type ColumnWriter = (output: AvroOutput, vector: Vector, row: number) => void;

/** Chosen once by type. A vector of another layout is a fault of ours. */
export function columnWriterOf(type: DataType): ColumnWriter {
  switch (type.kind) {
    case 'double':
      return (output, vector, row) => {
        if (vector.kind !== 'doubles') throw misfit(type, vector);
        if (isNull(vector.valid, row)) return output.byte(0);
        output.byte(2);
        output.double(vector.data[row] as number);
      };
    case 'long':
    case 'timestamp':
      return (output, vector, row) => {
        if (vector.kind !== 'longs') throw misfit(type, vector);
        if (isNull(vector.valid, row)) return output.byte(0);
        output.byte(2);
        output.long(readLong(vector.words, row));
      };
    case 'byte':
    case 'short':
    case 'int':
    case 'date':
      return (output, vector, row) => {
        if (vector.kind !== 'ints') throw misfit(type, vector);
        if (isNull(vector.valid, row)) return output.byte(0);
        output.byte(2);
        output.long(vector.data[row] as number);
      };
    default: {
      const write = nullableWriterOf(type);
      return (output, vector, row) => write(output, getValue(type, vector, row));
    }
  }
}

const isNull = (valid: Uint8Array | null, row: number): boolean => valid !== null && valid[row] !== 1;

const misfit = ({ kind }: DataType, vector: Vector): TypeError =>
  new TypeError(`${vector.kind} where a column of type ${kind} is logged`);
