/** How JSON text is laid out, where the same values may be written in more than one way. */
export interface JsonStyle {
  /** Spaces a level; null means one line without any. */
  readonly indent: number | null;
  string(text: string): string;
  double(value: number): string;
}

/** The text that digests are taken of: one line, everything but quotes, backslashes and control characters as it is. */
export const canonicalStyle: JsonStyle = {
  indent: null,
  // JavaScript writes control characters with small hex digits, the existing system with capitals, and digests see the difference.
  string: (text) => JSON.stringify(text).replace(/\\u[0-9a-f]{4}/g, capitalEscape),
  double: (value) => doubleText(value, javaExponent),
};

/** The canonical text as the existing system writes it to bytes: there characters beyond U+FFFF are two escapes. */
export const canonicalBytesStyle: JsonStyle = {
  ...canonicalStyle,
  string: (text) => canonicalStyle.string(text).replace(/[\ud800-\udbff][\udc00-\udfff]/g, capitalEscapes),
};

/** The text of compiled files, byte for byte what Python's `json.dumps(indent=2, sort_keys=True)` writes: nothing beyond ASCII. */
export const compiledStyle: JsonStyle = {
  indent: 2,
  string: (text) => (plain.test(text) ? `"${text}"` : JSON.stringify(text).replace(/[^ -~]/g, smallEscape)),
  double: (value) => doubleText(value, pythonExponent),
};

/** Nothing of it is escaped. Most texts are names. */
const plain = /^[ !#-[\]-~]*$/;

/** Splitting at the empty text gives UTF-16 code units, each of which is an escape of its own. */
function capitalEscapes(pair: string): string {
  return pair
    .split('')
    .map((unit) => capitalEscape(smallEscape(unit)))
    .join('');
}

function capitalEscape(small: string): string {
  return `\\u${small.slice(2).toUpperCase()}`;
}

function smallEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Answers the exponent's text, or null where the number is written without one. */
type Exponent = (power: number) => string | null;

const javaExponent: Exponent = (power) => (power < -3 || power >= 7 ? `E${power}` : null);

const pythonExponent: Exponent = (power) => {
  if (power >= -4 && power < 16) return null;
  return `e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
};

/**
 * The shortest digits that read back as the same number, with at least one after the point (`5.0`), and an exponent where `exponent`
 * wants one. Python leaves a lone zero behind the point away before its exponent (`1e+16`), Java does not (`1.0E16`).
 */
function doubleText(value: number, exponent: Exponent): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} cannot be written as JSON.`);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [mantissa = '', powerText = ''] = Math.abs(value).toExponential().split('e');
  const sign = value < 0 ? '-' : '';
  const power = Number(powerText);
  const marked = exponent(power);
  if (marked !== null) {
    const whole = mantissa.includes('.') || exponent === pythonExponent ? mantissa : `${mantissa}.0`;
    return `${sign}${whole}${marked}`;
  }
  const digits = mantissa.replace('.', '');
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${digits}`;
  const before = digits.slice(0, power + 1).padEnd(power + 1, '0');
  return `${sign}${before}.${digits.slice(power + 1) || '0'}`;
}
