import type { DataType } from '@isochron/schema';

/** Whether values of one type can be written as the other: names of structs count for nothing, and byte, short and int are one. */
export function sameShape(a: DataType, b: DataType): boolean {
  switch (a.kind) {
    case 'byte':
    case 'short':
    case 'int':
      return b.kind === 'byte' || b.kind === 'short' || b.kind === 'int';
    case 'decimal':
      return b.kind === 'decimal' && a.precision === b.precision && a.scale === b.scale;
    case 'list':
      return b.kind === 'list' && sameShape(a.element, b.element);
    case 'map':
      return b.kind === 'map' && sameShape(a.key, b.key) && sameShape(a.value, b.value);
    case 'struct':
      return (
        b.kind === 'struct' &&
        a.fields.length === b.fields.length &&
        a.fields.every((field, index) => {
          const other = b.fields[index];
          return other !== undefined && field.name === other.name && sameShape(field.type, other.type);
        })
      );
    default:
      return a.kind === b.kind;
  }
}
