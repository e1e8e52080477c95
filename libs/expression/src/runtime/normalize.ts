import { foldCase } from './letter-case.ts';

/** `mode`: NFC, NFD, NFKC or NFKD. */
export const normalized = (text: string, mode = 'NFC'): string => text.normalize(mode);

/** Whether `part` is in `text`, whatever the case and the form. */
export const containsText = (text: string, part: string): boolean => comparable(text).includes(comparable(part));

const comparable = (text: string): string => foldCase(normalized(text, 'NFKC'));
