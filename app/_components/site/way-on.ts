import type { NextStep } from '@/lib/data/next-step';

/** What the button says before the title. */
export function wayOn({ item: { state } }: NextStep): string {
  return state === 'new' ? 'Begin' : 'Continue';
}
