import { BookOpenText, Lock } from 'lucide-react';
import { Button } from '@/app/_components/ui/button';
import { setCourseOpenAction } from './actions';

type OpenToReadersProps = { readonly course: string; readonly isOpen: boolean };

/** For instructors: whether the lessons can be read without an account. */
export function OpenToReaders({ course, isOpen }: OpenToReadersProps) {
  const Icon = isOpen ? BookOpenText : Lock;
  return (
    <form
      action={setCourseOpenAction.bind(null, course, !isOpen)}
      className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border bg-surface px-5 py-3"
    >
      <Icon aria-hidden className="size-5 shrink-0 text-muted" />
      <p className="min-w-56 flex-1">
        {isOpen
          ? 'Anyone may read the lessons, also without an account. Quizzes and exercises are for members.'
          : 'Only members of the course see it.'}
      </p>
      <Button type="submit" size="sm">
        {isOpen ? 'Close to readers' : 'Open to readers'}
      </Button>
    </form>
  );
}
