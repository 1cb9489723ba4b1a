import { z } from 'zod';
import type { Actor } from '../auth/actor';
import {
  hashPassword,
  needsRehash,
  passwordProblem,
  UNMATCHABLE_HASH,
  verifyPassword,
} from '../auth/password';
import { database } from '../db';
import { env } from '../env';
import { Prisma } from '../generated/prisma/client';
import { countTry, forgiveTry, type RateRule } from './rate-limits';

// Here, and only here, functions act for nobody: they find out who is acting.

export type RegisterResult =
  | { readonly kind: 'registered'; readonly userId: string }
  | { readonly kind: 'email-taken' }
  | {
      readonly kind: 'refused';
      readonly field: 'email' | 'name' | 'password';
      readonly message: string;
    }
  | { readonly kind: 'closed' }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number };

export type Registration = {
  readonly email: string;
  readonly name: string;
  readonly password: string;
};

export type SignInResult =
  | { readonly kind: 'signed-in'; readonly session: SessionUser }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number };

/** The user that a session belongs to; a session that began with another version was ended. */
export type SessionUser = Actor & { readonly sessionVersion: number };

const REGISTRATIONS: RateRule = { name: 'register', hitsMax: 60, windowSeconds: 3600 };

// Successes are taken back, so these count failures. A class behind one address may mistype a lot;
// the rule by e-mail alone holds where the address can be forged.
const SIGN_IN_PAIR: RateRule = { name: 'sign-in', hitsMax: 10, windowSeconds: 900 };
const SIGN_IN_EMAIL: RateRule = { name: 'sign-in-email', hitsMax: 60, windowSeconds: 3600 };
const SIGN_IN_ADDRESS: RateRule = { name: 'sign-in-address', hitsMax: 300, windowSeconds: 900 };

const EMAIL_CHARACTERS_MAX = 254;
const emailSchema = z.email().max(EMAIL_CHARACTERS_MAX);
const NAME_CHARACTERS_MAX = 100;

/** `address` is the sender's, see senderAddress in lib/auth. */
export async function register(
  registration: Registration,
  address: string,
): Promise<RegisterResult> {
  if (env().REGISTRATION === 'closed') return { kind: 'closed' };
  const refusal = checkRegistration(registration);
  if (refusal !== null) return refusal;
  const db = database();
  const rate = await countTry(db, [{ rule: REGISTRATIONS, subject: address }]);
  if (rate.kind === 'limited')
    return { kind: 'rate-limited', retryAfterSeconds: rate.retryAfterSeconds };

  const passwordHash = await hashPassword(registration.password);
  const email = normalizeEmail(registration.email);
  try {
    const user = await db.user.create({
      data: { email, name: normalizeName(registration.name), passwordHash },
      select: { id: true },
    });
    return { kind: 'registered', userId: user.id };
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: 'email-taken' };
    throw error;
  }
}

/** Takes as long for an unknown user, one without a password, and a wrong password. */
export async function signInWithPassword(
  email: string,
  password: string,
  address: string,
): Promise<SignInResult> {
  const db = database();
  const normalized = normalizeEmail(email).replaceAll('\0', '').slice(0, EMAIL_CHARACTERS_MAX);
  const counted = [
    { rule: SIGN_IN_PAIR, subject: `${normalized} ${address}` },
    { rule: SIGN_IN_EMAIL, subject: normalized },
    { rule: SIGN_IN_ADDRESS, subject: address },
  ];
  const rate = await countTry(db, counted);
  if (rate.kind === 'limited')
    return { kind: 'rate-limited', retryAfterSeconds: rate.retryAfterSeconds };

  const user = await db.user.findUnique({ where: { email: normalized } });
  const hash = user?.passwordHash ?? UNMATCHABLE_HASH;
  const matches = await verifyPassword(password.slice(0, 1000), hash);
  if (!matches || user === null || user.passwordHash === null) return { kind: 'wrong' };

  await forgiveTry(db, counted);
  if (needsRehash(hash)) {
    await db.user.update({
      where: { id: user.id },
      data: { passwordHash: await hashPassword(password) },
    });
  }
  return { kind: 'signed-in', session: sessionUser(user) };
}

/** What a session's user is now; null when the account is gone. */
export async function findSessionUser(userId: string): Promise<SessionUser | null> {
  const user = await database().user.findUnique({ where: { id: userId } });
  return user === null ? null : sessionUser(user);
}

/** Ends every session of the acting user, this one too. */
export async function endAllSessions(actor: Actor): Promise<void> {
  await database().user.update({
    where: { id: actor.userId },
    data: { sessionVersion: { increment: 1 } },
  });
}

export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

export function normalizeName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').slice(0, NAME_CHARACTERS_MAX);
}

function checkRegistration({
  email,
  name,
  password,
}: Registration): (RegisterResult & { kind: 'refused' }) | null {
  if (!emailSchema.safeParse(normalizeEmail(email)).success) {
    return {
      kind: 'refused',
      field: 'email',
      message: 'This is no e-mail address; it looks like name@school.example.',
    };
  }
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > NAME_CHARACTERS_MAX || hasControlCharacter(trimmed)) {
    return {
      kind: 'refused',
      field: 'name',
      message: `Enter your name, at most ${NAME_CHARACTERS_MAX} characters.`,
    };
  }
  const problem = passwordProblem(password, normalizeEmail(email));
  return problem === null ? null : { kind: 'refused', field: 'password', message: problem };
}

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

function sessionUser(user: {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly sessionVersion: number;
}): SessionUser {
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    sessionVersion: user.sessionVersion,
  };
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
