import { database } from '../db';
import { AppError } from '../errors';
import { normalizeEmail, normalizeName } from './accounts';

/** Identities at the school's OpenID Connect provider. Like accounts.ts these act for nobody yet. */
export type IdentityUser = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly emailVerified: Date | null;
};

type Identity = { readonly provider: string; readonly providerAccountId: string };

const selectUser = { id: true, email: true, name: true, emailVerified: true } as const;

export async function findUserByIdentity({
  provider,
  providerAccountId,
}: Identity): Promise<IdentityUser | null> {
  const account = await database().account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { user: { select: selectUser } },
  });
  return account?.user ?? null;
}

export async function findUserByEmail(email: string): Promise<IdentityUser | null> {
  return database().user.findUnique({
    where: { email: normalizeEmail(email) },
    select: selectUser,
  });
}

export async function createUserForIdentity(user: {
  readonly email?: string | null | undefined;
  readonly name?: string | null | undefined;
}): Promise<IdentityUser> {
  const email = normalizeEmail(user.email ?? '');
  if (email === '')
    throw new AppError(
      'invalid-input',
      'The school did not say an e-mail address for this account.',
    );
  const name = normalizeName(user.name ?? '');
  return database().user.create({
    data: { email, name: name === '' ? (email.split('@')[0] ?? email) : name },
    select: selectUser,
  });
}

export async function linkIdentity({
  userId,
  provider,
  providerAccountId,
}: Identity & { readonly userId: string }): Promise<void> {
  await database().account.create({ data: { userId, provider, providerAccountId } });
}
