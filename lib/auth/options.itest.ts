import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { endAllSessions } from '../data/accounts';
import { aPerson } from '../data/testing/fixtures';
import { closeDatabase, database } from '../db';
import type { Actor } from './actor';
import type { SessionState } from './options';

vi.stubEnv('NEXTAUTH_SECRET', 'a secret for tests only, thirty-two');
const { authOptions } = await import('./options');

beforeAll(() => {
  vi.spyOn(console, 'error').mockReturnValue();
});
afterAll(closeDatabase);

type Token = Awaited<ReturnType<typeof signIn>>;

const callbacks = () => {
  const { jwt, session } = authOptions().callbacks ?? {};
  if (jwt === undefined || session === undefined) throw new Error('no callbacks');
  return { jwt, session };
};

function signIn({ userId, name, email }: Actor) {
  return callbacks().jwt({
    token: { sub: userId, name, email },
    user: { id: userId, name, email },
    account: null,
  });
}

/** As next-auth does each time that a session is read: the cookie holds what the callback returned last. */
function readAgain(token: Token): Promise<Token> {
  const parameters = { token, user: undefined, account: null };
  // @ts-expect-error next-auth calls it without a user here, whatever its type says
  return callbacks().jwt(parameters);
}

async function stateOf(token: Token): Promise<SessionState | undefined> {
  const shown = {
    session: { expires: '2099-01-01' },
    token,
    user: { id: '', email: '', emailVerified: null },
  };
  const session = await callbacks().session({ ...shown, newSession: undefined, trigger: 'update' });
  return 'state' in session ? session.state : undefined;
}

test('a session names its actor, as the account is now', async () => {
  const actor = await aPerson();
  const token = await readAgain(await signIn(actor));
  expect(await stateOf(token)).toEqual({ kind: 'valid', actor });
  await database().user.update({ where: { id: actor.userId }, data: { name: 'Ada Renamed' } });
  expect(await stateOf(await readAgain(token))).toMatchObject({ actor: { name: 'Ada Renamed' } });
});

test('a session that was ended stays ended, however often it is read', async () => {
  const actor = await aPerson();
  const token = await signIn(actor);
  await endAllSessions(actor);
  const once = await readAgain(token);
  expect(await stateOf(once)).toEqual({ kind: 'ended' });
  expect(await stateOf(await readAgain(once))).toEqual({ kind: 'ended' });
  expect(await stateOf(await readAgain(await signIn(actor)))).toMatchObject({ kind: 'valid' });
});

test('a session ends with its account', async () => {
  const actor = await aPerson();
  const token = await signIn(actor);
  await database().user.delete({ where: { id: actor.userId } });
  expect(await stateOf(await readAgain(token))).toEqual({ kind: 'ended' });
});

test('a token without a version begins nothing', async () => {
  const actor = await aPerson();
  expect(await stateOf(await readAgain({ sub: actor.userId }))).toEqual({ kind: 'ended' });
});

test('a database that is away ends nothing', async () => {
  const actor = await aPerson();
  const token = await signIn(actor);
  const away = vi
    .spyOn(database().user, 'findUnique')
    .mockRejectedValueOnce(new Error('no connection'));
  const unchecked = await readAgain(token);
  away.mockRestore();
  expect(await stateOf(unchecked)).toEqual({ kind: 'unchecked' });
  expect(await stateOf(await readAgain(unchecked))).toEqual({ kind: 'valid', actor });
});

test('whoever is signed in already links no second identity to the account', async () => {
  const actor = await aPerson();
  expect(await authOptions().adapter?.getUser?.(actor.userId)).toBeNull();
});
