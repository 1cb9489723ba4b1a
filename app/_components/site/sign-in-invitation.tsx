import { LogIn } from 'lucide-react';
import { signInPath } from '@/lib/auth/sign-in-path';
import { Button } from '../ui/button';
import { NavLink } from './nav-link';

type SignInInvitationProps = {
  /** What one gets by it, in a sentence. */
  readonly children: string;
  /** Where to come back to. */
  readonly path: string;
  /** Somebody is signed in, and not in this course. */
  readonly isSignedIn: boolean;
};

/** In place of what only members of a course get. */
export function SignInInvitation({ children, path, isSignedIn }: SignInInvitationProps) {
  return (
    <aside
      aria-label={isSignedIn ? 'Join the course' : 'Sign in'}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border border-accent/35 bg-accent-soft px-5 py-4 print:hidden"
    >
      <p className="min-w-52 flex-1">{children}</p>
      <Button asChild look="primary">
        {isSignedIn ? (
          <NavLink href="/courses#join">Join the course</NavLink>
        ) : (
          <NavLink href={signInPath(path)}>
            <LogIn aria-hidden />
            Sign in
          </NavLink>
        )}
      </Button>
    </aside>
  );
}
