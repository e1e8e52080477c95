import { longType, stringType } from '@isochron/schema';
import { expect, test } from 'vitest';
import { hex } from './hex.fixture.ts';
import { keyCodecOf, keySchemaOf } from './key-codec.ts';

const user = { name: 'user_id', type: stringType };
const item = { name: 'item', type: longType };

test('a key is a record without a header', () => {
  expect(hex(keyCodecOf([user]).encode({ user_id: 'user_18' }))).toBe('02 0e 75 73 65 72 5f 31 38');
  expect(hex(keyCodecOf([item]).encode({ item: 123 }))).toBe('02 f6 01');
  expect(hex(keyCodecOf([user, item]).encode({ user_id: 'u1', item: 42 }))).toBe('02 04 75 31 02 54');
});

test('a part that is null or missing is null', () => {
  expect(hex(keyCodecOf([user, item]).encode({ user_id: 'u1', item: null }))).toBe('02 04 75 31 00');
  expect(hex(keyCodecOf([user, item]).encode({ item: 42 }))).toBe('00 02 54');
});

test('its schema is the record Key', () => {
  expect(keySchemaOf([item])).toMatchObject({ type: 'record', name: 'Key', namespace: 'ai.chronon.data' });
});
