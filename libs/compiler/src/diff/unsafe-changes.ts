import type { Diagnostic } from '../diagnostic.ts';
import { versionOf } from '../names.ts';
import { noChanges } from './column-changes.ts';
import type { Change, SetDifference } from './diff.ts';

/**
 * What of a difference would answer requests otherwise than before. An error: an online object changes what it means under the name that callers have.
 * A warning: an online object is gone, or is called otherwise, or something that an online object reads by its table changes.
 */
export function unsafeChanges({ changes }: SetDifference): readonly Diagnostic[] {
  return changes.flatMap((change) => {
    const own = ownFault(change, changes);
    const others = change.breaks.filter((name) => name !== change.name && !isChanging(name, changes));
    return [...(own === null ? [] : [own]), ...(others.length === 0 ? [] : [brokenReaders(change, others)])];
  });
}

function ownFault(change: Change, changes: readonly Change[]): Diagnostic | null {
  if (!change.isOnline) return null;
  const { name, kind } = change;
  const what = `The online ${thing(change)} ${name}`;
  if (kind === 'changed' && change.isMeaning) {
    return diagnostic(change, 'error', 'online-change', `${what} would change in place: it ${changeText(change)}.`, {
      hint: `${raised(name)}, and its callers go over to that. For both to be asked, leave it as it is and export what is new under another name.`,
    });
  }
  if (kind === 'moved') {
    const message = `${what.replace(name, change.before ?? name)} would be called ${name}; requests for its old name would fail.`;
    return diagnostic(change, 'warning', 'online-rename', message, {
      hint: 'Have its callers changed at the same time.',
    });
  }
  if (kind !== 'removed' || changes.some((each) => each.kind === 'added' && each.before === name)) return null;
  const hint = 'Take it away when nobody asks for it any more.';
  return diagnostic(change, 'warning', 'online-removal', `${what} would be gone; requests for it would fail.`, {
    hint,
  });
}

const brokenReaders = (change: Change, readers: readonly string[]): Diagnostic =>
  diagnostic(
    change,
    'warning',
    'online-reader',
    `The ${thing(change)} ${change.name} would ${change.kind === 'removed' ? 'be gone' : 'change'}, and ${readers.join(', ')}, which ${readers.length === 1 ? 'is' : 'are'} online, ${readers.length === 1 ? 'reads' : 'read'} its table.`,
    { hint: `${raised(change.name)}, and read the new table in new versions of its readers.` },
  );

const isChanging = (name: string, changes: readonly Change[]): boolean =>
  changes.some((change) => change.kind === 'changed' && change.isMeaning && change.name === name);

/** `raise its version to 2`, where it has one. */
function raised(name: string): string {
  const version = versionOf(name);
  if (version === null) return 'Give it another name';
  const [last, ...before] = version.split('.').reverse();
  return `Raise its version to ${[...before.reverse(), Number(last) + 1].join('.')}`;
}

/** What a change does, to be read after `it`. */
export function changeText({ columns, keys }: Change): string {
  const { added, changed, removed, renamed } = columns;
  const parts = [
    ...(keys === null ? [] : [`is asked by ${keys.after.join(', ')} instead of ${keys.before.join(', ')}`]),
    ...listed('adds', added),
    ...listed('changes', changed),
    ...listed('removes', removed),
    ...listed(
      'renames',
      renamed.map(({ before, after }) => `${before} to ${after}`),
    ),
  ];
  return parts.length === 0 && noChanges(columns) ? 'changes what it computes' : parts.join('; ');
}

const NAMES_MAX = 8;

function listed(verb: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length > NAMES_MAX ? ` and ${names.length - NAMES_MAX} more` : '';
  return [`${verb} ${names.slice(0, NAMES_MAX).join(', ')}${more}`];
}

const thing = ({ object }: Change): string => object.replace('-', ' ').replace('group by', 'group-by');

const diagnostic = (
  { name }: Change,
  severity: Diagnostic['severity'],
  code: Diagnostic['code'],
  message: string,
  { hint }: { readonly hint: string },
): Diagnostic => ({ code, severity, object: name, place: null, path: '', sql: null, message, hint });
