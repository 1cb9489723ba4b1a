import { Footprints } from 'lucide-react';
import type { ViolationKind } from '@/lib/explorer/result';
import type { ToldViolation } from '@/lib/grading/exploration/explore-exercise';
import { LineLink } from '../editor/line-link';
import { WithCode } from '../editor/with-code';
import { Button } from '../ui/button';
import type { FoundSchedule } from './found-schedule';

type ViolationBoxProps = {
  readonly violation: ToldViolation;
  readonly run: Pick<FoundSchedule, 'args' | 'stdin'>;
  readonly onLine: (line: number) => void;
  readonly onOpen: (found: FoundSchedule) => void;
};

/** What goes wrong, how it comes to that, and the way into it. */
export function ViolationBox({ violation, run, onLine, onOpen }: ViolationBoxProps) {
  const { kind, message, location, schedule, story } = violation;
  const title = KIND_TITLES[kind] ?? sentenceCase(kind.replaceAll('-', ' '));
  return (
    <section
      aria-label="Violation"
      className="space-y-2 rounded-lg border border-bad/40 bg-bad-soft p-3"
    >
      <h3 className="font-semibold">{title}</h3>
      {story.length > 1 ? (
        <ol className="list-decimal space-y-1 pl-5">
          {story.map((sentence, k) => (
            <li key={k}>
              <WithCode text={sentence} />
            </li>
          ))}
        </ol>
      ) : (
        <p>
          <WithCode text={message} />
        </p>
      )}
      <p className="flex flex-wrap items-center gap-3 pt-1">
        <Button
          size="sm"
          look="primary"
          onClick={() => onOpen({ ...run, title, schedule, violation })}
        >
          <Footprints aria-hidden />
          Show how
        </Button>
        {location !== null && (
          <span className="text-sm">
            It shows at <LineLink line={location.line} onLine={onLine} />.
          </span>
        )}
      </p>
    </section>
  );
}

const KIND_TITLES: Partial<Record<ViolationKind, string>> = {
  assertion: 'An assertion fails',
  'memory-error': 'An error of memory',
  budget: 'It does not end',
  livelock: 'It can go on for ever (livelock)',
  'abnormal-end': 'A process is ended by a signal',
  leftover: 'Something is left behind',
};

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
