'use client';

import { CircleCheck, CircleDashed, CircleX, EyeOff } from 'lucide-react';
import { type ReactNode, type Ref, useState } from 'react';
import { DateTime } from '@/app/_components/site/date-time';
import { pointNumber } from '@/app/_components/site/points';
import { TabsContent, TabsList, TabsRoot, TabsTrigger } from '@/app/_components/ui/tabs';
import type { EvidenceRun } from '@/app/_components/verdict/check-result';
import type { PublicExercise } from '@/lib/grading/exercise';
import type { CheckResult, CheckStatus } from '@/lib/grading/verdict';
import { ExerciseFacts } from './exercise-facts';
import { Hints } from './hints';
import { SubmissionsPane } from './submissions-pane';
import type { SubmissionControls } from './use-submissions';
import { VerdictPane } from './verdict-pane';

const TABS = ['task', 'verdict', 'submissions'] as const;
export type TaskTab = (typeof TABS)[number];

type TaskPaneProps = {
  readonly tab: TaskTab;
  readonly onTab: (tab: TaskTab) => void;
  readonly statement: ReactNode;
  readonly hints: readonly ReactNode[];
  readonly course: string;
  readonly exercise: PublicExercise;
  readonly dueAt: Date | null;
  /** What checks said in the browser, what was tried last first. */
  readonly tried: readonly CheckResult[];
  readonly submissions: SubmissionControls;
  readonly onLine: (line: number) => void;
  /** Opens the run that shows what is wrong in the stepper. */
  readonly onStep: (source: string, title: string, run: EvidenceRun) => void;
  readonly onRestore: (source: string) => void;
  readonly ref: Ref<HTMLDivElement>;
};

export function TaskPane({ ref, ...props }: TaskPaneProps) {
  const { tab, onTab, statement, hints, exercise, dueAt, tried, submissions } = props;
  // Here and not with the hints, which are gone while another tab is shown.
  const [hintsShown, setHintsShown] = useState(0);
  const count = submissions.submissions.length;
  return (
    <TabsRoot
      ref={ref}
      value={tab}
      onValueChange={(value) => onTab(TABS.find((known) => known === value) ?? 'task')}
      className="flex min-h-0 min-w-0 flex-col max-lg:scroll-mt-14"
    >
      <TabsList aria-label="Task and results" className="h-10 shrink-0 border-b bg-surface px-2">
        <TabsTrigger value="task">Task</TabsTrigger>
        <TabsTrigger value="verdict">Verdict</TabsTrigger>
        <TabsTrigger value="submissions">Submissions{count > 0 && ` (${count})`}</TabsTrigger>
      </TabsList>
      <TabsContent value="task" className="relative min-h-0 flex-1 overflow-y-auto p-4 sm:p-5">
        {dueAt !== null && (
          <p className="mb-4 text-sm text-muted">
            Due <DateTime at={dueAt} relative />
          </p>
        )}
        <ExerciseFacts exercise={exercise} />
        {statement}
        <Checks exercise={exercise} tried={tried} />
        <Hints hints={hints} shown={hintsShown} onShow={setHintsShown} />
      </TabsContent>
      <TabsContent value="verdict" className="relative min-h-0 flex-1 overflow-y-auto p-4 sm:p-5">
        <VerdictPane submissions={submissions} onLine={props.onLine} onStep={props.onStep} />
      </TabsContent>
      <TabsContent value="submissions" className="relative min-h-0 flex-1 overflow-y-auto p-4 sm:p-5">
        <SubmissionsPane
          course={props.course}
          submissions={submissions}
          onOpen={(id) => {
            submissions.open(id);
            onTab('verdict');
          }}
          onRestore={props.onRestore}
        />
      </TabsContent>
    </TabsRoot>
  );
}

type ChecksProps = {
  readonly exercise: PublicExercise;
  readonly tried: readonly CheckResult[];
};

function Checks({ exercise, tried }: ChecksProps) {
  const statusOf = (id: string) => tried.find((check) => check.id === id)?.status ?? 'not-run';
  return (
    <section aria-labelledby="checks" className="mt-8 border-t pt-5">
      <h2 id="checks" className="text-lg">
        What is checked
      </h2>
      <ul className="mt-2">
        {exercise.checks.map(({ id, title, points }) => (
          <li key={id} className="flex items-start gap-2 py-1">
            <BrowserMark status={statusOf(id)} />
            <span className="flex-1">{title}</span>
            <span className="text-sm text-muted tabular-nums">{pointNumber(points)}</span>
          </li>
        ))}
        {exercise.hiddenChecks.map(({ id, title, points }) => (
          <li key={id} className="flex items-start gap-2 py-1">
            <EyeOff aria-label="Hidden check" className="mt-1 size-4 shrink-0 text-muted" />
            <span className="flex-1">{title}</span>
            <span className="text-sm text-muted tabular-nums">{pointNumber(points)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-muted">
        {pointNumber(exercise.pointsMax)} points in all. Run and Explore try the visible checks in your browser; points are
        given when you submit.
        {exercise.hiddenChecks.length > 0 && ' Hidden checks are only tried then.'}
      </p>
    </section>
  );
}

const MARKS = {
  passed: { Icon: CircleCheck, color: 'text-good', text: 'Passes in your browser' },
  failed: { Icon: CircleX, color: 'text-bad', text: 'Does not pass in your browser yet' },
  'not-run': { Icon: CircleDashed, color: 'text-muted', text: 'Not tried yet' },
} as const satisfies Record<CheckStatus, unknown>;

function BrowserMark({ status }: { readonly status: CheckStatus }) {
  const { Icon, color, text } = MARKS[status];
  return <Icon aria-label={text} className={`mt-1 size-4 shrink-0 ${color}`} />;
}
