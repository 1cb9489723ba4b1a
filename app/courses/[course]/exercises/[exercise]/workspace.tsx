'use client';

import { useRouter } from 'next/navigation';
import { type CSSProperties, type ReactNode, useRef, useState } from 'react';
import type { EditorHandle } from '@/app/_components/editor/editor-handle';
import type { StoredDraft } from '@/app/_components/editor/draft-keeper';
import { useDiagnostics } from '@/app/_components/editor/use-diagnostics';
import { useDraft } from '@/app/_components/editor/use-draft';
import type { FoundSchedule } from '@/app/_components/explore/found-schedule';
import { useExploration } from '@/app/_components/explore/use-exploration';
import { showOnPhone } from '@/app/_components/site/show-on-phone';
import { DAMAGED_LINK, useSharedMoment } from '@/app/_components/share/use-shared-moment';
import { useShortcuts } from '@/app/_components/site/use-shortcuts';
import { useProgramRun } from '@/app/_components/terminal/use-program-run';
import { useBreakpoints } from '@/app/_components/machine/use-breakpoints';
import { type RecordingView, useRecording } from '@/app/_components/machine/use-recording';
import type { EvidenceRun } from '@/app/_components/verdict/check-result';
import { SplitHandle } from '@/app/_components/ui/split-handle';
import { usePaneShares } from '@/app/_components/ui/use-pane-shares';
import type { RecordedProgram } from '@/app/_workers/recording-protocol';
import type { PublicExercise } from '@/lib/grading/exercise';
import { saveDraftAction } from './actions';
import { EditorPane } from './editor-pane';
import { type ResultsTab, ResultsPane } from './results-pane';
import { type TaskTab, TaskPane } from './task-pane';
import { type SubmissionLine, useSubmissions } from './use-submissions';
import { WorkspaceBar } from './workspace-bar';

type WorkspaceProps = {
  readonly course: { readonly slug: string; readonly title: string };
  readonly title: string;
  readonly dueAt: Date | null;
  readonly exercise: PublicExercise;
  /** Titles of the checks that exploring judges. */
  readonly explored: readonly string[];
  readonly statement: ReactNode;
  /** From a gentle one to nearly the answer. */
  readonly hints: readonly ReactNode[];
  readonly draft: StoredDraft;
  readonly draftKey: string;
  readonly submissions: readonly SubmissionLine[];
  readonly sourceBytesMax: number;
};

/** Of the width, in percent. */
const SHARES = { task: 29, run: 31 };

export function Workspace(props: WorkspaceProps) {
  const { course, title, dueAt, exercise, statement, hints, draftKey } = props;
  const router = useRouter();
  const editor = useRef<EditorHandle>(null);
  const taskPane = useRef<HTMLDivElement>(null);
  const resultsPane = useRef<HTMLDivElement>(null);
  const [tab, setTab] = useState<TaskTab>('task');
  const [resultsTab, setResultsTab] = useState<ResultsTab>('run');
  const [shares, setShare] = usePaneShares('workspace', SHARES);

  const draft = useDraft({
    initial: props.draft,
    storageKey: draftKey,
    save: (source, baseRevision) => saveDraftAction(course.slug, exercise.slug, source, baseRevision),
  });
  const diagnostics = useDiagnostics(draft.source);
  const controls = useProgramRun();
  const exploration = useExploration();
  const recording = useRecording();
  const breakpoints = useBreakpoints(draftKey);
  const [isWide, setWide] = useState(false);
  // What was started from what the editor held then: the lines are of that text.
  const [ran, setRan] = useState('');
  const [lastTried, setLastTried] = useState<'run' | 'explore'>('run');
  const submissions = useSubmissions({
    course: course.slug,
    exercise: exercise.slug,
    initial: props.submissions,
    sourceBytesMax: props.sourceBytesMax,
    onGraded: () => router.refresh(),
  });

  const showLine = (line: number) => editor.current?.showLine(line);
  const fileName = `${exercise.slug}.c`;
  const showResults = (which: ResultsTab) => {
    setResultsTab(which);
    showOnPhone(resultsPane.current);
  };
  const run = () => {
    setRan(draft.source);
    controls.start({ source: draft.source, fileName, checks: exercise });
    setLastTried('run');
    showResults('run');
  };
  const explore = () => {
    const { checks, runs } = exercise;
    exploration.start({ source: draft.source, fileName, checks: { checks, runs } });
    setLastTried('explore');
    showResults('explore');
  };
  const openSteps = (
    title: string,
    program: Pick<RecordedProgram, 'source'> & Partial<RecordedProgram>,
    step?: number,
  ) => {
    recording.open(
      title,
      {
        fileName,
        args: [],
        input: '',
        schedule: null,
        terminal: false,
        violation: null,
        ...program,
      },
      step,
    );
    showResults('steps');
  };
  const refuseLink = () => {
    recording.refuse(DAMAGED_LINK);
    showResults('steps');
  };
  // The link has its program inside: the editor may hold another one by now.
  useSharedMoment(({ title: of, step, ...moment }, files) => {
    const [file] = files ?? [];
    if (file === undefined) refuseLink();
    else openSteps(of, { ...moment, source: file.text, fileName: file.name }, step);
  }, refuseLink);
  const stepRun = () =>
    openSteps('Your run', { source: ran, input: controls.run.inputs, terminal: true });
  const openSchedule = ({ title, args, stdin, schedule, violation }: FoundSchedule) => {
    const { of } = exploration.exploration;
    if (of !== null)
      openSteps(title, { source: of.source, args, input: stdin, schedule, violation });
  };
  const openEvidence = (source: string, title: string, run: EvidenceRun) =>
    openSteps(title, { source, args: run.args, input: run.stdin, schedule: run.schedule });
  const openRefutation = (title: string, run: EvidenceRun) => {
    const { of } = exploration.exploration;
    if (of !== null) openEvidence(of.source, title, run);
  };
  const fromRun = controls.run.verdict?.checks ?? [];
  const fromExploring = exploration.exploration.runs.flatMap(({ checks }) => checks);
  const tried = lastTried === 'run' ? [...fromRun, ...fromExploring] : [...fromExploring, ...fromRun];
  const submit = () => {
    setTab('verdict');
    showOnPhone(taskPane.current);
    void submissions.submit(draft.source);
  };
  const stop = () => {
    controls.stop();
    exploration.stop();
  };
  useShortcuts({ run, submit, explore, stop });

  // More room for the steps is the task's, and some of the editor's.
  const hasRoom = isWide && resultsTab === 'steps';
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--task': hasRoom ? '0%' : `${shares.task}%`,
    '--run': hasRoom ? '64%' : `${shares.run}%`,
  };
  return (
    <div className="flex min-w-0 flex-1 flex-col max-sm:pb-16 lg:h-[calc(100dvh-3.5rem)] lg:min-h-[32rem] lg:flex-none">
      <WorkspaceBar
        course={course}
        title={title}
        draft={draft}
        controls={controls}
        exploration={exploration}
        isSubmitting={submissions.isSubmitting}
        onRun={run}
        onExplore={explore}
        onSubmit={submit}
      />
      <div
        style={style}
        className="flex min-h-0 min-w-0 flex-1 flex-col lg:grid lg:grid-cols-[minmax(0,var(--task))_auto_minmax(0,1fr)_auto_minmax(0,var(--run))] lg:grid-rows-[minmax(0,1fr)]"
      >
        <TaskPane
          ref={taskPane}
          course={course.slug}
          tab={tab}
          onTab={setTab}
          statement={statement}
          hints={hints}
          exercise={exercise}
          dueAt={dueAt}
          tried={tried}
          submissions={submissions}
          onLine={showLine}
          onStep={openEvidence}
          onRestore={draft.type}
        />
        <SplitHandle
          orientation="vertical"
          measures="start"
          label="Width of the task"
          value={shares.task}
          min={18}
          max={45}
          initial={SHARES.task}
          onChange={(share) => setShare('task', share)}
        />
        <EditorPane
          ref={editor}
          draft={{
            ...draft,
            type: (source) => {
              breakpoints.edited(fileName, draft.source, source);
              draft.type(source);
            },
          }}
          diagnostics={diagnostics}
          starter={exercise.starter}
          breakpoints={{
            lines: breakpoints.linesOf(fileName),
            onToggle: (line) => breakpoints.toggle(fileName, line),
          }}
          markedLine={
            resultsTab === 'steps' && recording.view.program?.source === draft.source
              ? (recording.view.at?.line ?? null)
              : null
          }
        />
        <SplitHandle
          orientation="vertical"
          measures="end"
          label="Width of the results"
          value={shares.run}
          min={20}
          max={60}
          initial={SHARES.run}
          onChange={(share) => setShare('run', share)}
        />
        <ResultsPane
          ref={resultsPane}
          tab={resultsTab}
          onTab={setResultsTab}
          source={draft.source}
          fileName={fileName}
          controls={controls}
          exploration={exploration}
          recording={recording}
          onLine={showLine}
          room={{ isWide, onWide: setWide }}
          linkTo={linkToRun}
          side={{
            onLine: ({ line }) => showLine(line),
            breakpoints: breakpoints.all,
            cursor: () => {
              const line = editor.current?.cursorLine() ?? null;
              return line === null ? null : { file: fileName, line };
            },
          }}
          onStepRun={stepRun}
          explored={props.explored}
          onOpenSchedule={openSchedule}
          onStepCheck={openRefutation}
        />
      </div>
    </div>
  );
}

/** To the same page, for whoever may see it, with the program inside. */
async function linkToRun({ title, program, position }: RecordingView): Promise<string> {
  if (program === null) return location.href;
  const { packRun } = await import('@/app/_components/share/shared-moment');
  const hash = await packRun(title, program, position);
  return `${location.origin}${location.pathname}#${hash}`;
}
