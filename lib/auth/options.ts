import type { Account, NextAuthOptions, User } from 'next-auth';
import type { Adapter, AdapterUser } from 'next-auth/adapters';
import type { JWT } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import {
  findSessionUser,
  normalizeEmail,
  type SessionUser,
  signInWithPassword,
} from '../data/accounts';
import {
  createUserForIdentity,
  findUserByEmail,
  findUserByIdentity,
  linkIdentity,
} from '../data/identities';
import { type Env, env } from '../env';
import { AppError } from '../errors';
import type { Actor } from './actor';
import { senderAddress } from './sender-address';

declare module 'next-auth' {
  interface Session {
    state?: SessionState;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sessionVersion?: number;
    state?: SessionState;
  }
}

/** What the check of a session against the database found. `unchecked`: the database did not answer. */
export type SessionState =
  | { readonly kind: 'valid'; readonly actor: Actor }
  | { readonly kind: 'ended' }
  | { readonly kind: 'unchecked' };

/** What the sign-in page reads in `?error=` or in the answer of signIn(), beside next-auth's own codes. */
const RATE_LIMITED = 'RateLimited';

const SESSION_SECONDS = 14 * 24 * 3600;

/** A function, not a constant: the environment is only there at run time. */
export function authOptions(): NextAuthOptions {
  const settings = env();
  if (settings.NEXTAUTH_SECRET === undefined) {
    throw new AppError(
      'misconfigured',
      'NEXTAUTH_SECRET is not set. npm start makes one; elsewhere, set 32 random characters.',
    );
  }
  const school = schoolProvider(settings);
  return {
    secret: settings.NEXTAUTH_SECRET,
    adapter: identityAdapter,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [passwordProvider(settings), ...(school === null ? [] : [school])],
    callbacks: {
      // Runs on sign-in, with `user`, and again whenever a session is read.
      jwt: ({ token, user }: { token: JWT; user?: User }) =>
        user === undefined ? continueSession(token) : beginSession(user.id),
      session: ({ session, token }) => {
        const state = token.state ?? { kind: 'ended' };
        const shown =
          state.kind === 'valid' ? { name: state.actor.name, email: state.actor.email } : undefined;
        return { expires: session.expires, state, ...(shown && { user: shown }) };
      },
    },
  };
}

export function isSchoolSignInOn(): boolean {
  return env().OIDC_ISSUER !== undefined;
}

async function beginSession(userId: string): Promise<JWT> {
  const user = await findSessionUser(userId);
  return user === null ? { state: { kind: 'ended' } } : validSession(user);
}

async function continueSession({ sub, sessionVersion }: JWT): Promise<JWT> {
  // A session that was found ended once has lost both claims, and stays ended.
  if (sub === undefined || sessionVersion === undefined) return { state: { kind: 'ended' } };
  try {
    const user = await findSessionUser(sub);
    return user?.sessionVersion === sessionVersion
      ? validSession(user)
      : { state: { kind: 'ended' } };
  } catch (cause) {
    // Throwing would make next-auth clear the cookie: everyone signed out because the database restarted.
    console.error('session not checked:', cause);
    return { sub, sessionVersion, state: { kind: 'unchecked' } };
  }
}

function validSession({ sessionVersion, ...actor }: SessionUser): JWT {
  return { sub: actor.userId, sessionVersion, state: { kind: 'valid', actor } };
}

const credentialsSchema = z.object({ email: z.string().max(1000), password: z.string().max(1000) });

function passwordProvider(settings: Env) {
  return CredentialsProvider({
    name: 'Email and password',
    credentials: {
      email: { label: 'Email', type: 'email' },
      password: { label: 'Password', type: 'password' },
    },
    async authorize(credentials, request): Promise<User | null> {
      const parsed = credentialsSchema.safeParse(credentials);
      if (!parsed.success) return null;
      const forwardedFor: unknown = request.headers?.['x-forwarded-for'];
      const address = senderAddress(
        typeof forwardedFor === 'string' ? forwardedFor : null,
        settings.TRUSTED_PROXIES,
      );
      const result = await signInWithPassword(parsed.data.email, parsed.data.password, address);
      switch (result.kind) {
        case 'signed-in':
          return {
            id: result.session.userId,
            name: result.session.name,
            email: result.session.email,
          };
        case 'wrong':
          return null;
        case 'rate-limited':
          // next-auth hands an error's message to the sign-in page as its code.
          throw new Error(RATE_LIMITED);
      }
    },
  });
}

const profileSchema = z.object({
  sub: z.string().min(1),
  name: z.string().nullish(),
  email: z.email(),
});

function schoolProvider(settings: Env): OAuthConfig<unknown> | null {
  const { OIDC_ISSUER, OIDC_ID, OIDC_SECRET, OIDC_NAME } = settings;
  if (OIDC_ISSUER === undefined || OIDC_ID === undefined || OIDC_SECRET === undefined) return null;
  return {
    id: 'school',
    name: OIDC_NAME,
    type: 'oauth',
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: OIDC_ID,
    clientSecret: OIDC_SECRET,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    // An e-mail address alone never opens an account that someone made with a password.
    allowDangerousEmailAccountLinking: false,
    profile(claims: unknown): User {
      const profile = profileSchema.parse(claims);
      return { id: profile.sub, name: profile.name ?? null, email: normalizeEmail(profile.email) };
    },
  };
}

/** The few doors that JWT sessions and OIDC need; tokens of the provider are dropped, nothing here uses them. */
const identityAdapter: Adapter = {
  // Asked only to link a second identity to whoever is signed in, and with a session that was not checked
  // for having been ended. Nobody is, then.
  getUser: () => null,
  getUserByEmail: findUserByEmail,
  getUserByAccount: findUserByIdentity,
  createUser: (user: Omit<AdapterUser, 'id'>) => createUserForIdentity(user),
  linkAccount: async (account: Account) => {
    if (account.userId !== undefined) await linkIdentity({ ...account, userId: account.userId });
  },
};
