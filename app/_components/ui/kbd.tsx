import type { ReactNode } from 'react';

export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-6 rounded-sm border border-edge bg-sunken px-1.5 py-0.5 text-center text-2xs leading-tight">
      {children}
    </kbd>
  );
}
