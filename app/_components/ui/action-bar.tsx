import type { ReactNode } from 'react';

/** What one does on a page with an editor: at the right of its bar, on phones under the thumb. */
export function ActionBar({ children }: { readonly children: ReactNode }) {
  return (
    <div
      role="group"
      aria-label="Actions"
      className="ml-auto flex shrink-0 gap-2 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:grid max-sm:grid-cols-3 max-sm:border-t max-sm:bg-surface max-sm:p-2 max-sm:pb-[max(0.5rem,env(safe-area-inset-bottom))] max-sm:[&>button]:h-11 max-sm:[&>button]:w-full"
    >
      {children}
    </div>
  );
}
