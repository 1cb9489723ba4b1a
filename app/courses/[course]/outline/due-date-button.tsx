'use client';

import { CalendarClock } from 'lucide-react';
import { useState, useTransition } from 'react';
import { DateTime } from '@/app/_components/site/date-time';
import { Button } from '@/app/_components/ui/button';
import { Dialog } from '@/app/_components/ui/dialog';
import { Field } from '@/app/_components/ui/field';
import { dateOfLocal, localText } from './local-time';

type DueDateButtonProps = {
  readonly title: string;
  readonly dueAt: Date | null;
  readonly save: (dueAt: Date | null) => Promise<void>;
};

/** For instructors: sets, changes and takes away the date by which something is due. */
export function DueDateButton({ title, dueAt, save }: DueDateButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        look="quiet"
        size="icon"
        className="relative z-10 -my-1.5 -mr-2 shrink-0"
        aria-label={`${dueAt === null ? 'Set' : 'Change'} due date: ${title}`}
        onClick={() => setIsOpen(true)}
      >
        <CalendarClock aria-hidden className={dueAt === null ? 'text-muted' : 'text-accent'} />
      </Button>
      <Dialog open={isOpen} onOpenChange={setIsOpen} title="Due date" description={title}>
        <DueDateForm dueAt={dueAt} save={save} onDone={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

type DueDateFormProps = Pick<DueDateButtonProps, 'dueAt' | 'save'> & {
  readonly onDone: () => void;
};

function DueDateForm({ dueAt, save, onDone }: DueDateFormProps) {
  const [typed, setTyped] = useState(() => localText(dueAt ?? aWeekFromToday()));
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [pending, startTransition] = useTransition();
  const chosen = dateOfLocal(typed);

  function send(date: Date | null) {
    setProblem(undefined);
    startTransition(async () => {
      try {
        await save(date);
        onDone();
      } catch {
        setProblem('It was not saved. Check the date and your connection, and try again.');
      }
    });
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null) send(chosen);
      }}
    >
      <Field
        label="Date and time, on your clock"
        type="datetime-local"
        name="due"
        min="2000-01-01T00:00"
        max="2099-12-31T23:59"
        required
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={problem}
        hint={
          chosen === null ? (
            'No date yet.'
          ) : (
            <>
              That is <DateTime at={chosen} />, {utcText(chosen)} UTC. Students see it in their own
              time zone.
            </>
          )
        }
      />
      <p className="mt-3 text-sm text-muted">
        What is handed in later still counts, and is shown as late.
      </p>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        {dueAt !== null && (
          <Button look="danger" disabled={pending} className="mr-auto" onClick={() => send(null)}>
            No due date
          </Button>
        )}
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" look="primary" disabled={pending || chosen === null}>
          {pending ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </form>
  );
}

/** At the end of the day. */
function aWeekFromToday(): Date {
  const date = new Date();
  date.setDate(date.getDate() + 7);
  date.setHours(23, 59, 0, 0);
  return date;
}

function utcText(date: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(date);
}
