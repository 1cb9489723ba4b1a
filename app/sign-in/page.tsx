import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentActor } from '@/lib/auth/session';
import { isSchoolSignInOn } from '@/lib/auth/options';
import { env } from '@/lib/env';
import { Callout } from '../_components/ui/callout';
import { Page } from '../_components/site/page';
import { localPath } from './local-path';
import { SchoolSignIn } from './school-sign-in';
import { SignInPanel } from './sign-in-panel';

export const metadata: Metadata = { title: 'Sign in' };

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

export default async function SignInPage({
  searchParams,
}: {
  readonly searchParams: SearchParams;
}) {
  const { callbackUrl, error, create } = await searchParams;
  const goTo = localPath(callbackUrl);
  if ((await currentActor()) !== null) redirect(goTo);

  const settings = env();
  const problem = typeof error === 'string' ? errorText(error) : null;
  return (
    <Page>
      <div className="mx-auto max-w-sm">
        {problem !== null && (
          <Callout tone="bad" role="alert" className="mb-6">
            {problem}
          </Callout>
        )}
        {isSchoolSignInOn() && <SchoolSignIn name={settings.OIDC_NAME} goTo={goTo} />}
        <SignInPanel
          goTo={goTo}
          canRegister={settings.REGISTRATION === 'open'}
          startWithRegistration={create !== undefined}
        />
      </div>
    </Page>
  );
}

/** next-auth comes back here with a code when signing in through the school went wrong. */
function errorText(code: string): string {
  switch (code) {
    case 'OAuthAccountNotLinked':
      return 'There is an account with this e-mail address and a password already. Sign in with the password below.';
    case 'AccessDenied':
      return 'Your school did not let you in. If you should have access, ask your instructor.';
    case 'SessionRequired':
      return 'Please sign in to see that page.';
    default:
      return 'Signing in did not work, and it was not your doing. Please try again; if it goes on, tell your instructor.';
  }
}
