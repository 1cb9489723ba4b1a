'use client';

import { Play } from 'lucide-react';
import { useFormStatus } from 'react-dom';
import { Button } from '@/app/_components/ui/button';

type StartAttemptProps = { readonly label: string; readonly start: () => Promise<void> };

/** Questions are drawn when one begins, and programs are run for it: that may take a moment. */
export function StartAttempt({ label, start }: StartAttemptProps) {
  return (
    <form action={start} className="mt-5">
      <StartButton label={label} />
    </form>
  );
}

function StartButton({ label }: { readonly label: string }) {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" look="primary" disabled={pending}>
      <Play aria-hidden />
      {pending ? 'Making your questions…' : label}
    </Button>
  );
}
