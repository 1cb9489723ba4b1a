'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import { senderAddress } from '@/lib/auth/sender-address';
import { register } from '@/lib/data/accounts';
import { env } from '@/lib/env';

export type RegisterState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'registered' }
  | {
      readonly kind: 'refused';
      readonly field: 'email' | 'name' | 'password';
      readonly message: string;
    }
  | { readonly kind: 'failed'; readonly message: string };

const formSchema = z.object({
  name: z.string().max(1000),
  email: z.string().max(1000),
  password: z.string().max(1000),
});

// For everyone: whoever registers has no account to act with.
export async function registerAction(
  _previous: RegisterState,
  form: FormData,
): Promise<RegisterState> {
  const parsed = formSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { kind: 'failed', message: 'Please fill in all three fields.' };
  const forwardedFor = (await headers()).get('x-forwarded-for');
  const result = await register(parsed.data, senderAddress(forwardedFor, env().TRUSTED_PROXIES));
  switch (result.kind) {
    case 'registered':
      return { kind: 'registered' };
    case 'email-taken':
      return {
        kind: 'refused',
        field: 'email',
        message: 'There is an account with this e-mail address already. Sign in instead.',
      };
    case 'refused':
      return { kind: 'refused', field: result.field, message: result.message };
    case 'closed':
      return {
        kind: 'failed',
        message: 'New accounts can’t be made here; ask your instructor for one.',
      };
    case 'rate-limited':
      return {
        kind: 'failed',
        message: `Too many accounts were made from your network. Try again in ${minutes(result.retryAfterSeconds)}.`,
      };
  }
}

function minutes(seconds: number): string {
  const count = Math.max(1, Math.ceil(seconds / 60));
  return count === 1 ? 'a minute' : `${count} minutes`;
}
