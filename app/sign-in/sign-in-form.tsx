'use client';

import { useRouter } from 'next/navigation';
import { signIn } from 'next-auth/react';
import { useActionState } from 'react';
import { Button } from '../_components/ui/button';
import { Callout } from '../_components/ui/callout';
import { formText } from '../_components/ui/form-text';
import { Field } from '../_components/ui/field';

type State = { readonly problem: string | null; readonly email: string };

export function SignInForm({ goTo }: { readonly goTo: string }) {
  const router = useRouter();

  async function trySignIn(_previous: State, form: FormData): Promise<State> {
    const email = formText(form, 'email');
    const problem = await signInProblem(email, formText(form, 'password'));
    if (problem === null) {
      router.push(goTo);
      router.refresh();
    }
    return { problem, email };
  }

  const [state, submit, pending] = useActionState(trySignIn, { problem: null, email: '' });
  return (
    <form action={submit} className="mt-6 grid gap-5">
      {state.problem !== null && (
        <Callout tone="bad" role="alert">
          {state.problem}
        </Callout>
      )}
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={state.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <Button type="submit" look="primary" disabled={pending}>
        {pending ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  );
}

/** Signs in; what went wrong in a sentence, or null. */
export async function signInProblem(email: string, password: string): Promise<string | null> {
  try {
    const answer = await signIn('credentials', { email, password, redirect: false });
    if (answer === undefined || answer.ok) return null;
    if (answer.error === 'RateLimited') {
      return 'Too many tries with this address. Wait a quarter of an hour, then try again.';
    }
    if (answer.error === 'CredentialsSignin') {
      return 'E-mail and password don’t go together. Check both: capital letters count in the password.';
    }
    return 'The server could not check your password. Please try again in a moment.';
  } catch {
    return 'The server can’t be reached. Check your connection, then try again.';
  }
}
