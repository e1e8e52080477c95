import { depthMax } from './limits.ts';
import type { ProtocolReader } from './protocol.ts';
import type { WireType } from './wire-type.ts';

/** Passes a value of which only the wire's type is known. `isField`: a boolean field may have no byte of its own. */
export function skip(from: ProtocolReader, type: WireType, depth: number, isField = false): void {
  if (depth > depthMax) throw from.broken(`structs and containers nest deeper than ${depthMax} levels`);
  switch (type) {
    case 'bool':
      if (isField) from.booleanField();
      else from.boolean();
      return;
    case 'byte':
      from.byte();
      return;
    case 'i16':
      from.i16();
      return;
    case 'i32':
      from.i32();
      return;
    case 'i64':
      from.i64();
      return;
    case 'double':
      from.double();
      return;
    case 'uuid':
      from.take(16);
      return;
    case 'binary':
      from.take(from.size());
      return;
    case 'list':
    case 'set':
      skipList(from, depth + 1);
      return;
    case 'map':
      skipMap(from, depth + 1);
      return;
    case 'struct':
      skipStruct(from, depth + 1);
      return;
  }
}

function skipList(from: ProtocolReader, depth: number): void {
  const { size, element } = from.listBegin();
  for (let index = 0; index < size; index++) skip(from, element, depth);
}

function skipMap(from: ProtocolReader, depth: number): void {
  const { size, key, value } = from.mapBegin();
  if (key === null || value === null) return;
  for (let index = 0; index < size; index++) {
    skip(from, key, depth);
    skip(from, value, depth);
  }
}

function skipStruct(from: ProtocolReader, depth: number): void {
  let previousId = 0;
  while (from.nextField(previousId)) {
    previousId = from.fieldId;
    skip(from, from.fieldType, depth, true);
  }
}
