'use client';

import { Bookmark } from 'lucide-react';
import { useActionState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { cn } from '@/app/_components/ui/class-names';
import { toggleBookmarkAction } from '../../actions';

type BookmarkToggleProps = {
  readonly course: string;
  readonly lesson: string;
  /** Id of the heading. */
  readonly section: string;
  readonly heading: string;
  readonly isOn: boolean;
};

/** The ribbon at a heading; a form, so that it does without a script. */
export function BookmarkToggle({ course, lesson, section, heading, isOn }: BookmarkToggleProps) {
  const [state, submit, pending] = useActionState(
    toggleBookmarkAction.bind(null, { course, lesson, section }),
    { isOn, problem: null },
  );
  return (
    <form action={submit} className="not-prose shrink-0 print:hidden">
      <Button
        type="submit"
        look="quiet"
        size="icon"
        aria-label={`Bookmark: ${heading}`}
        aria-pressed={state.isOn}
        aria-disabled={pending}
        title={state.isOn ? 'Remove the bookmark' : 'Bookmark this section'}
      >
        <Bookmark
          aria-hidden
          className={cn(state.isOn ? 'fill-current text-accent' : 'text-muted')}
        />
      </Button>
      {state.problem !== null && (
        <p role="alert" className="text-sm text-bad">
          {state.problem}
        </p>
      )}
    </form>
  );
}
