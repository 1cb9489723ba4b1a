import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { hashPassword } from '../auth/password';
import { closeDatabase, database } from '../db';
import { endAllSessions, findSessionUser, register, signInWithPassword } from './accounts';
import {
  createUserForIdentity,
  findUserByEmail,
  findUserByIdentity,
  linkIdentity,
} from './identities';

afterAll(closeDatabase);

const PASSWORD = 'tulip hammer cloud';
const anAddress = () => randomUUID();
const anEmail = () => `${randomUUID()}@school.example`;

describe('register', () => {
  test('makes an account that signs in, whatever the case of the e-mail', async () => {
    const email = anEmail();
    const registered = await register(
      { email: ` ${email.toUpperCase()} `, name: '  Ada   Example ', password: PASSWORD },
      anAddress(),
    );
    expect(registered).toMatchObject({ kind: 'registered' });
    expect(await signInWithPassword(email.toUpperCase(), PASSWORD, anAddress())).toMatchObject({
      kind: 'signed-in',
      session: { email, name: 'Ada Example', sessionVersion: 1 },
    });
  });

  test('refuses an e-mail address that is taken, in any case, at the same moment too', async () => {
    const email = anEmail();
    const registration = { email, name: 'Ada', password: PASSWORD };
    const results = await Promise.all([
      register(registration, anAddress()),
      register({ ...registration, email: email.toUpperCase() }, anAddress()),
    ]);
    expect(results.map((result) => result.kind).sort()).toEqual(['email-taken', 'registered']);
  });

  test.each([
    [{ email: 'no-address' }, 'email'],
    [{ name: '  ' }, 'name'],
    [{ name: 'A\u0000da' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ password: 'short' }, 'password'],
  ])('refuses %j', async (part, field) => {
    const result = await register(
      { email: anEmail(), name: 'Ada', password: PASSWORD, ...part },
      anAddress(),
    );
    expect(result).toMatchObject({ kind: 'refused', field });
  });
});

describe('signInWithPassword', () => {
  test('does not tell an unknown user from a wrong password or an account without one', async () => {
    const withPassword = anEmail();
    const withoutPassword = anEmail();
    await register({ email: withPassword, name: 'Ada', password: PASSWORD }, anAddress());
    await createUserForIdentity({ email: withoutPassword, name: 'Ola' });
    for (const email of [
      withPassword,
      withoutPassword,
      anEmail(),
      '',
      'a\u0000@b.example',
      'x'.repeat(5000),
    ]) {
      expect(await signInWithPassword(email, 'not the password', anAddress())).toEqual({
        kind: 'wrong',
      });
    }
  });

  test('stops guessing at one account from one address, and lets others go on', async () => {
    const [email, address] = [anEmail(), anAddress()];
    await register({ email, name: 'Ada', password: PASSWORD }, anAddress());
    const guesses = [];
    for (let i = 0; i < 11; i++)
      guesses.push(await signInWithPassword(email, `guess ${i}`, address));
    expect(guesses.map((guess) => guess.kind)).toEqual([
      ...Array<string>(10).fill('wrong'),
      'rate-limited',
    ]);
    expect(await signInWithPassword(email, PASSWORD, address)).toMatchObject({
      kind: 'rate-limited',
    });
    expect(await signInWithPassword(email, PASSWORD, anAddress())).toMatchObject({
      kind: 'signed-in',
    });
  });

  test('does not count successes', async () => {
    const [email, address] = [anEmail(), anAddress()];
    await register({ email, name: 'Ada', password: PASSWORD }, address);
    for (let i = 0; i < 12; i++) {
      expect(await signInWithPassword(email, PASSWORD, address)).toMatchObject({
        kind: 'signed-in',
      });
    }
  });

  test('renews a hash of an older cost', async () => {
    const email = anEmail();
    await register({ email, name: 'Ada', password: PASSWORD }, anAddress());
    const { scryptSync } = await import('node:crypto');
    const salt = Buffer.alloc(16, 7);
    const key = scryptSync(PASSWORD, salt, 32, { N: 1024, r: 8, p: 1 });
    const old = ['scrypt', 10, 8, 1, salt.toString('base64'), key.toString('base64')].join('$');
    await database().user.update({ where: { email }, data: { passwordHash: old } });
    expect(await signInWithPassword(email, PASSWORD, anAddress())).toMatchObject({
      kind: 'signed-in',
    });
    const user = await database().user.findUniqueOrThrow({ where: { email } });
    expect(user.passwordHash).toMatch(/^scrypt\$16\$/);
  });
});

test('ending all sessions changes the version that sessions are checked against', async () => {
  const registered = await register(
    { email: anEmail(), name: 'Ada', password: PASSWORD },
    anAddress(),
  );
  if (registered.kind !== 'registered') throw new Error(registered.kind);
  const before = await findSessionUser(registered.userId);
  if (before === null) throw new Error('no user');
  await endAllSessions(before);
  expect((await findSessionUser(registered.userId))?.sessionVersion).toBe(
    before.sessionVersion + 1,
  );
});

test('an identity of the school finds its user again; its e-mail alone opens nothing', async () => {
  const email = anEmail();
  const user = await createUserForIdentity({ email: email.toUpperCase(), name: null });
  expect(user).toMatchObject({ email, name: email.split('@')[0] });
  const identity = { provider: 'school', providerAccountId: randomUUID() };
  await linkIdentity({ ...identity, userId: user.id });
  expect(await findUserByIdentity(identity)).toEqual(user);
  expect(await findUserByIdentity({ ...identity, provider: 'other' })).toBeNull();
  expect(await findUserByEmail(` ${email.toUpperCase()}`)).toEqual(user);
});

test('the database itself refuses an e-mail that is not lower-cased', async () => {
  const passwordHash = await hashPassword(PASSWORD);
  await expect(
    database().user.create({ data: { email: 'Ada@School.Example', name: 'Ada', passwordHash } }),
  ).rejects.toThrow();
});
