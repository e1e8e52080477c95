import { fieldKey, type SqlField, type SqlType, scalarKinds, typeAliases } from '../types/sql-type.ts';
import type { Token } from './token.ts';
import { DEPTH_MAX, TokenReader, wordOf } from './token-reader.ts';

/** Reads the names of types. */
export class TypeReader extends TokenReader {
  /** A type by its name, such as `INT64`, `ARRAY<STRING>` or `STRUCT<a INT64, STRING>`. */
  protected type(): SqlType {
    this.depth += 1;
    if (this.depth > DEPTH_MAX) this.refuse(`a type nested at most ${DEPTH_MAX} deep`);
    const token = this.take();
    const word = wordOf(token);
    const type = this.namedType(word, token);
    this.depth -= 1;
    return type;
  }

  protected namedType(word: string, token: Token): SqlType {
    if (word === 'STRUCT') return this.structType();
    if (word === 'ARRAY') {
      this.expect('<');
      const element = this.type();
      this.closeType();
      if (element.kind === 'ARRAY') this.refuse('an element that is no array; wrap it in a STRUCT', token);
      return { kind: 'ARRAY', element };
    }
    if (word === 'MAP') {
      this.expect('<');
      const key = this.type();
      this.expect(',');
      const value = this.type();
      this.closeType();
      return { kind: 'MAP', key, value };
    }
    const kind = Object.hasOwn(typeAliases, word) ? typeAliases[word] : scalarKinds.find((each) => each === word);
    return kind === undefined ? this.refuse('the name of a type', token) : { kind };
  }

  protected structType(): SqlType {
    this.expect('<');
    const fields: SqlField[] = [];
    while (this.peek().text !== '>' && this.peek().text !== '>>') {
      if (fields.length > 0) this.expect(',');
      const next = this.tokens[this.at + 1];
      const isNamed = next?.kind === 'identifier' || next?.kind === 'quoted-identifier';
      const name = isNamed ? this.name('the name of a field').text : '';
      fields.push({ name, type: this.type() });
    }
    this.closeType();
    this.checkFields(fields);
    return { kind: 'STRUCT', fields };
  }

  protected checkFields(fields: readonly SqlField[]): void {
    const keys = new Set(fields.map((field, at) => fieldKey(field, at).toLowerCase()));
    if (keys.size < fields.length) this.refuse('fields that have names of their own', this.tokens[this.at - 1]);
  }

  /** A `>>` closes two types; its second half is left for the outer one. */
  protected closeType(): void {
    if (this.pendingClose) {
      this.pendingClose = false;
      this.at += 1;
      return;
    }
    if (this.peek().text === '>>') {
      this.pendingClose = true;
      return;
    }
    this.expect('>');
  }

  protected typeParams(): readonly number[] {
    if (!this.accept('(')) return [];
    return this.listOf(')', () => {
      const token = this.take();
      return token.kind === 'integer' && /^\d{1,10}$/.test(token.text)
        ? Number(token.text)
        : this.refuse('a whole number', token);
    });
  }
}
