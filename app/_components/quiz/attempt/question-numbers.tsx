'use client';

import { cn } from '@/app/_components/ui/class-names';

type QuestionNumbersProps = {
  readonly answered: readonly boolean[];
  readonly current: number;
  readonly onGo: (at: number) => void;
};

/** The way to each question: where one is, and what is answered. */
export function QuestionNumbers({ answered, current, onGo }: QuestionNumbersProps) {
  return (
    <nav aria-label="Questions">
      <ol className="flex flex-wrap gap-1.5">
        {answered.map((isAnswered, at) => (
          <li key={at}>
            <button
              type="button"
              aria-current={at === current ? 'step' : undefined}
              aria-label={`Question ${at + 1}, ${isAnswered ? 'answered' : 'not answered'}`}
              onClick={() => onGo(at)}
              className={cn(
                'grid size-8 place-items-center rounded-md border text-sm tabular-nums',
                isAnswered
                  ? 'border-accent bg-accent-soft font-semibold'
                  : 'border-edge bg-surface',
                at === current && 'ring-2 ring-accent',
              )}
            >
              {at + 1}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
