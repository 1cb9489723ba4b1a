import { z } from 'zod';
import { AppError } from './errors';

const wholeNumber = z.coerce.number().int().min(0);

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** Signs the session cookies; made by scripts/start on the first start. */
    NEXTAUTH_SECRET: z.string().min(32).optional(),
    NEXTAUTH_URL: z.url().optional(),
    /** The school's OpenID Connect provider: all three, or none. */
    OIDC_ISSUER: z.url().optional(),
    OIDC_ID: z.string().min(1).optional(),
    OIDC_SECRET: z.string().min(1).optional(),
    OIDC_NAME: z.string().min(1).default('School account'),
    /** `closed`: accounts come from the school or from an operator only. */
    REGISTRATION: z.enum(['open', 'closed']).default('open'),
    /** Proxies of ours in front; the sender's address is that many entries from the right of X-Forwarded-For. */
    TRUSTED_PROXIES: wholeNumber.max(10).default(1),
    GRADING_THREADS: wholeNumber.min(1).max(64).default(2),
    GRADING_WALL_CLOCK_MS: wholeNumber.min(100).max(600_000).default(20_000),
    GRADING_MEMORY_MB: wholeNumber.min(64).max(16_384).default(512),
  })
  .refine(
    (e) =>
      new Set([e.OIDC_ISSUER, e.OIDC_ID, e.OIDC_SECRET].map((v) => v === undefined)).size === 1,
    {
      error: 'set OIDC_ISSUER, OIDC_ID and OIDC_SECRET, or none of them',
    },
  );

export type Env = z.infer<typeof schema>;

let checked: Env | undefined;

/** The checked environment. Read on first use, not on import: `next build` imports everything and has no database. */
export function env(): Env {
  checked ??= parseEnv(process.env);
  return checked;
}

export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(set);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new AppError('misconfigured', `The environment is not set up. ${problems.join('; ')}`);
}
