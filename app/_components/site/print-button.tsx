'use client';

import { Printer } from 'lucide-react';
import { Button } from '../ui/button';

/** What a browser's own menu does, too; here one sees that the page is made for it. */
export function PrintButton({ label = 'Print' }: { readonly label?: string }) {
  return (
    <Button look="quiet" size="sm" className="text-muted print:hidden" onClick={() => print()}>
      <Printer aria-hidden />
      {label}
    </Button>
  );
}
