import type { CodeNotes } from './code-notes.ts';

/** What a change would do to those who ask for online objects. They compare with what is compiled, or published, before. */
export const codesOfChanges = {
  'online-change': {
    severity: 'error',
    finds: 'An online object would mean something else under the name that its callers have.',
    example:
      'The online group-by flights/departures.def0__1 would change in place: it adds delay_average_3d; removes delay_average_7d.',
    remedy: 'Raise its version.',
  },
  'online-rename': {
    severity: 'warning',
    finds: 'An online object would be called otherwise.',
    example:
      'The online group-by flights/departures.def0__1 would be called flights/origin.byOrigin__1; requests for its old name would fail.',
    remedy: 'Have its callers changed at the same time.',
  },
  'online-removal': {
    severity: 'warning',
    finds: 'An online object would be gone.',
    example: 'The online group-by flights/departures.def0__1 would be gone; requests for it would fail.',
    remedy: 'Take it away when nobody asks for it any more.',
  },
  'online-reader': {
    severity: 'warning',
    finds: 'What an online object reads by its table would change or be gone.',
    example:
      'The staging query flights/staging.clean__1 would change, and flights/clean.byOrigin__1, which is online, reads its table.',
    remedy: 'Raise its version, and read the new table in new versions of its readers.',
  },
} as const satisfies Readonly<Record<string, CodeNotes>>;
