import { fieldKey, type SqlType } from '@isochron/expression';

/** The text of a value with all text in it as its bytes, because the driver drops a byte order mark at the beginning of text. */
export function withBytes(text: string, type: SqlType): string {
  if (!holdsText(type)) return text;
  switch (type.kind) {
    case 'STRING':
      return `encode(${text})`;
    case 'ARRAY':
      return `list_transform(${text}, lambda x: ${withBytes('x', type.element)})`;
    case 'STRUCT': {
      const fields = type.fields.map((field, at) => {
        const key = fieldKey(field, at);
        return `${name(key)}: ${withBytes(`struct_extract(s, '${key.replaceAll("'", "''")}')`, field.type)}`;
      });
      // The list names the struct, so that it is written, and computed, once.
      return `list_transform([${text}], lambda s: CASE WHEN s IS NULL THEN NULL ELSE {${fields.join(', ')}} END)[1]`;
    }
    case 'MAP': {
      const parts = [withBytes('map_keys(m)', { kind: 'ARRAY', element: type.key })];
      parts.push(withBytes('map_values(m)', { kind: 'ARRAY', element: type.value }));
      return `list_transform([${text}], lambda m: CASE WHEN m IS NULL THEN NULL ELSE map(${parts.join(', ')}) END)[1]`;
    }
    default:
      return text;
  }
}

function holdsText(type: SqlType): boolean {
  switch (type.kind) {
    case 'STRING':
      return true;
    case 'ARRAY':
      return holdsText(type.element);
    case 'STRUCT':
      return type.fields.some((field) => holdsText(field.type));
    case 'MAP':
      return holdsText(type.key) || holdsText(type.value);
    default:
      return false;
  }
}

const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;
