'use client';

import { Check, Copy, RefreshCw } from 'lucide-react';
import { useState, useTransition } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Dialog } from '@/app/_components/ui/dialog';
import { rotateJoinCodeAction } from './actions';

type JoinCodeProps = { readonly course: string; readonly code: string };

export function JoinCode({ course, code }: JoinCodeProps) {
  const shown = `${code.slice(0, 5)}-${code.slice(5)}`;
  const [copied, setCopied] = useState(false);
  const [asking, setAsking] = useState(false);
  const [pending, startTransition] = useTransition();

  function copy() {
    navigator.clipboard.writeText(shown).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }

  function rotate() {
    startTransition(async () => {
      await rotateJoinCodeAction(course);
      setCopied(false);
      setAsking(false);
    });
  }

  return (
    <section
      aria-label="Join code"
      className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border bg-surface px-5 py-4"
    >
      <div className="mr-auto">
        <p className="text-sm text-muted">Students join with this code</p>
        <p className="font-mono text-xl tracking-wider">{shown}</p>
      </div>
      <Button size="sm" onClick={copy}>
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
        <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
      </Button>
      <Button size="sm" look="quiet" onClick={() => setAsking(true)}>
        <RefreshCw aria-hidden />
        New code
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title="Make a new code?"
        description="The old code stops working at once. Whoever joined with it stays in the course."
      >
        <div className="flex justify-end gap-2">
          <Button onClick={() => setAsking(false)}>Keep the old code</Button>
          <Button look="primary" disabled={pending} onClick={rotate}>
            Make a new code
          </Button>
        </div>
      </Dialog>
    </section>
  );
}
