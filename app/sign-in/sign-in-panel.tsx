'use client';

import { useState } from 'react';
import { RegisterForm } from './register-form';
import { SignInForm } from './sign-in-form';

type SignInPanelProps = {
  readonly goTo: string;
  readonly canRegister: boolean;
  readonly startWithRegistration: boolean;
};

export function SignInPanel({ goTo, canRegister, startWithRegistration }: SignInPanelProps) {
  const [registering, setRegistering] = useState(canRegister && startWithRegistration);
  return (
    <>
      <h1 className="text-3xl">{registering ? 'Create an account' : 'Sign in'}</h1>
      {registering ? <RegisterForm goTo={goTo} /> : <SignInForm goTo={goTo} />}
      {canRegister ? (
        <p className="mt-6 text-muted">
          {registering ? 'You have an account?' : 'You are new here?'}{' '}
          <button type="button" className="link" onClick={() => setRegistering(!registering)}>
            {registering ? 'Sign in' : 'Create an account'}
          </button>
        </p>
      ) : (
        <p className="mt-6 text-muted">No account yet? Your instructor can get you one.</p>
      )}
    </>
  );
}
