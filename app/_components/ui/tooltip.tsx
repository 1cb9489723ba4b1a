'use client';

import * as Radix from '@radix-ui/react-tooltip';
import type { ReactNode } from 'react';

/** A hint for people with a pointer; what it says must also be in the trigger's name or elsewhere. */
export function Tooltip({
  hint,
  children,
}: {
  readonly hint: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Radix.Provider delayDuration={350}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            sideOffset={6}
            collisionPadding={8}
            className="z-50 animate-appear rounded-md bg-ink px-2.5 py-1 text-sm text-paper shadow-md"
          >
            {hint}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
