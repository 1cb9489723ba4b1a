'use client';

import { useRouter } from 'next/navigation';
import { useActionState } from 'react';
import { Button } from '../_components/ui/button';
import { Callout } from '../_components/ui/callout';
import { formText } from '../_components/ui/form-text';
import { Field } from '../_components/ui/field';
import { registerAction, type RegisterState } from './actions';
import { signInProblem } from './sign-in-form';

type State = { readonly result: RegisterState; readonly name: string; readonly email: string };

export function RegisterForm({ goTo }: { readonly goTo: string }) {
  const router = useRouter();

  async function tryRegister(previous: State, form: FormData): Promise<State> {
    const name = formText(form, 'name');
    const email = formText(form, 'email');
    const result = await registerAction(previous.result, form);
    if (result.kind !== 'registered') return { result, name, email };
    const problem = await signInProblem(email, formText(form, 'password'));
    if (problem !== null) {
      const message = `Your account is there, but signing in failed. ${problem}`;
      return { result: { kind: 'failed', message }, name, email };
    }
    router.push(goTo);
    router.refresh();
    return { result, name, email };
  }

  const [{ result, name, email }, submit, pending] = useActionState(tryRegister, {
    result: { kind: 'idle' },
    name: '',
    email: '',
  });
  const errorOf = (field: 'email' | 'name' | 'password') =>
    result.kind === 'refused' && result.field === field ? result.message : undefined;

  return (
    <form action={submit} className="mt-6 grid gap-5">
      {result.kind === 'failed' && (
        <Callout tone="bad" role="alert">
          {result.message}
        </Callout>
      )}
      <Field
        label="Name"
        name="name"
        autoComplete="name"
        required
        hint="As your instructor should see it."
        defaultValue={name}
        error={errorOf('name')}
      />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={email}
        error={errorOf('email')}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint="At least 10 characters; a few words are easiest to remember."
        error={errorOf('password')}
      />
      <Button type="submit" look="primary" disabled={pending}>
        {pending ? 'Creating your account…' : 'Create account'}
      </Button>
    </form>
  );
}
