/** Every engine has it, and this package's types know no engine. */
declare const TextDecoder: {
  new (label: 'utf-8', options: { readonly ignoreBOM: boolean }): { decode(bytes: Uint8Array): string };
};

/** A byte order mark is a character like any other: Thrift's text begins where its bytes begin. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of UTF-8 bytes. Bytes that are no UTF-8 become U+FFFD. */
export function readUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
