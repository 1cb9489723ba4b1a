'use client';

import { GraduationCap } from 'lucide-react';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { Button } from '../_components/ui/button';

type SchoolSignInProps = { readonly name: string; readonly goTo: string };

export function SchoolSignIn({ name, goTo }: SchoolSignInProps) {
  const [leaving, setLeaving] = useState(false);
  return (
    <div className="mb-8">
      <Button
        look="primary"
        className="w-full"
        disabled={leaving}
        onClick={() => {
          setLeaving(true);
          void signIn('school', { callbackUrl: goTo });
        }}
      >
        <GraduationCap aria-hidden />
        {leaving ? 'One moment…' : `Continue with ${name}`}
      </Button>
      <p className="mt-8 flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or with a password
      </p>
    </div>
  );
}
