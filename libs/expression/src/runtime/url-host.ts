const SPACES = ' \t\n\v\f\r';
/** A scheme ends in a colon and two slashes, of which either may be a backslash. */
const SCHEME = /^[^:/?#\\]*:[/\\]{2}/;

/**
 * The host of a URL, as it is written: between the scheme and what ends it (`/`, `?`, `#`, `\`), after the last `@` and before the port. Where there is
 * none, null. A scheme without slashes (`mailto:`) is taken for a name and a port, or a password, as ZetaSQL does.
 */
export function hostOfUrl(url: string): string | null {
  const text = url.slice(startWithout(url, SPACES), endWithout(url, SPACES));
  const [scheme = ''] = /^[/\\]{2}/.exec(text) ?? SCHEME.exec(text) ?? [];
  const [authority = ''] = /^[^/?#\\]*/.exec(text.slice(scheme.length)) ?? [];
  const host = withoutPort(authority.slice(authority.lastIndexOf('@') + 1));
  const end = endWithout(host, '.');
  // Of dots at the end one is left.
  const trimmed = end === 0 ? '' : host.slice(startWithout(host, '.'), end + 1);
  return trimmed === '' ? null : trimmed;
}

function startWithout(text: string, characters: string): number {
  let start = 0;
  while (start < text.length && characters.includes(text.charAt(start))) start += 1;
  return start;
}

function endWithout(text: string, characters: string): number {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return end;
}

/** The colons of an IPv6 address in brackets are its own. */
function withoutPort(text: string): string {
  const [bracketed = ''] = /^\[[^[\]]*[[\]]?/.exec(text) ?? [];
  const colon = text.indexOf(':', bracketed.length);
  return colon === -1 ? text : text.slice(0, colon);
}
