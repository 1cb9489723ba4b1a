import { describe, expect, test } from 'vitest';
import {
  hashPassword,
  needsRehash,
  passwordProblem,
  UNMATCHABLE_HASH,
  verifyPassword,
} from './password';

describe('password hash', () => {
  test('matches its password and no other', async () => {
    const hash = await hashPassword('four plain words here');
    expect(await verifyPassword('four plain words here', hash)).toBe(true);
    expect(await verifyPassword('four plain words Here', hash)).toBe(false);
    expect(needsRehash(hash)).toBe(false);
  });

  test('is salted and says its cost', async () => {
    const [a, b] = await Promise.all([
      hashPassword('correct horse'),
      hashPassword('correct horse'),
    ]);
    expect(a).not.toBe(b);
    expect(a).toMatch(/^scrypt\$16\$8\$2\$/);
  });

  test('is the same for one password typed in two ways', async () => {
    expect(
      await verifyPassword('cafe\u0301 cafe\u0301', await hashPassword('caf\u00e9 caf\u00e9')),
    ).toBe(true);
  });

  test('of nobody matches nothing, at the cost of a real one', async () => {
    const costOf = (hash: string) => hash.split('$').slice(0, 4);
    expect(costOf(UNMATCHABLE_HASH)).toEqual(costOf(await hashPassword('four plain words here')));
    expect(await verifyPassword('wrong', UNMATCHABLE_HASH)).toBe(false);
  });

  test.each([
    '',
    'plain',
    'scrypt$99$8$1$AA==$AA==',
    'scrypt$16$8$2$AA==$AA==',
    'bcrypt$16$8$2$AA==$AA==',
  ])('that is no hash of ours matches nothing: %j', async (hash) => {
    expect(await verifyPassword('x', hash)).toBe(false);
  });
});

describe('passwordProblem', () => {
  test.each([
    ['short', 'a@b.example'],
    ['aaaaaaaaaaaaaa', 'a@b.example'],
    ['Password123!', 'a@b.example'],
    ['1234567890', 'a@b.example'],
    ['alice.smith1', 'alice.smith@b.example'],
    ['alice@school.example', 'alice@school.example'],
    ['x'.repeat(60) + 'abcdef'.repeat(60), 'a@b.example'],
  ])('refuses %j of %s', (password, email) => {
    expect(passwordProblem(password, email)).not.toBeNull();
  });

  test.each(['tulip hammer cloud', '日本語のパスワードです', 'x9#kQ2!mZp'])(
    'takes %j',
    (password) => {
      expect(passwordProblem(password, 'a@b.example')).toBeNull();
    },
  );
});
