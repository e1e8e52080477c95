import { parseSync } from 'oxc-parser';

/** The settings that an author can type, by the interface that has them: `PartOptions` -> `on`, `prefix`; those of a setting that has settings of its own as `container.image`. */
export function typedSettings(path: string, text: string): ReadonlyMap<string, readonly string[]> {
  const { program, errors } = parseSync(path, text);
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`);
  const settings = new Map<string, readonly string[]>();
  for (const statement of program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
    if (declared?.type !== 'TSInterfaceDeclaration' || !declared.id.name.endsWith('Options')) continue;
    settings.set(declared.id.name, namesIn(declared.body.body, ''));
  }
  return settings;
}

/** What an oxc node of a type is, as far as it is read here. */
interface Member {
  readonly type: string;
  readonly [property: string]: unknown;
}

function namesIn(members: readonly unknown[], prefix: string): readonly string[] {
  return members.flatMap((member) => {
    if (!isMember(member) || member.type !== 'TSPropertySignature') return [];
    const name = `${prefix}${nameOf(member['key'])}`;
    const annotation = isMember(member['typeAnnotation']) ? member['typeAnnotation']['typeAnnotation'] : null;
    const isGroup = isMember(annotation) && annotation.type === 'TSTypeLiteral';
    return isGroup && Array.isArray(annotation['members'])
      ? [name, ...namesIn(annotation['members'], `${name}.`)]
      : [name];
  });
}

function nameOf(key: unknown): string {
  if (isMember(key) && typeof key['name'] === 'string') return key['name'];
  throw new Error('A setting has a name that is computed.');
}

const isMember = (value: unknown): value is Member =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
