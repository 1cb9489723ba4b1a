'use client';

import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Asked, Moment, RecordedProgram } from '@/app/_workers/recording-protocol';
import type { SourcePosition } from '@/lib/kernel/events';
import type { Direction } from '@/lib/trace/recording/event-steps';
import type { Target } from '@/lib/trace/recording/stepping';
import { type OpenedRun, RecordingSession, type SessionNews } from './recording-session';

/** A recorded run as the page sees it: which moment is shown. */
export type RecordingView = {
  readonly phase: 'idle' | 'recording' | 'open' | 'not-compiled' | 'broken';
  /** Of what this is a recording, for the reader. */
  readonly title: string;
  /** What is recorded: lines are of these texts. */
  readonly program: RecordedProgram | null;
  /** Recorded so far. */
  readonly steps: number;
  readonly run: OpenedRun | null;
  readonly position: number;
  /** The mark that was gone to, or the last one before the position. */
  readonly mark: number | null;
  readonly moment: Moment | null;
  /** The moment before, to tell what has changed. */
  readonly before: Moment | null;
  /** The line of the present moment: of the mark that was gone to, else where the run stands. */
  readonly at: SourcePosition | null;
  readonly isSearching: boolean;
  /** What was looked for in vain. */
  readonly missed: { readonly target: Target; readonly direction: Direction } | null;
  readonly message: string | null;
};

export type RecordingControls = {
  readonly view: RecordingView;
  /** Stands at `step`; without one where it goes wrong, if it does, else at the beginning. */
  readonly open: (title: string, program: RecordedProgram, step?: number) => void;
  /** Shows why there is no run. */
  readonly refuse: (message: string) => void;
  /** To the moment of a step. */
  readonly goTo: (step: number) => void;
  /** To what a mark came to. */
  readonly goToMark: (index: number) => void;
  readonly find: (target: Target, direction: Direction) => void;
  /** What moments have to tell, for the views that are shown. */
  readonly show: (asked: Asked) => void;
  readonly cancel: () => void;
};

const NONE: RecordingView = {
  phase: 'idle',
  title: '',
  program: null,
  steps: 0,
  run: null,
  position: 0,
  mark: null,
  moment: null,
  before: null,
  at: null,
  isSearching: false,
  missed: null,
  message: null,
};

type Change =
  | SessionNews
  | { readonly kind: 'started'; readonly title: string; readonly program: RecordedProgram }
  | { readonly kind: 'asked'; readonly step: number; readonly mark: number | null };

const NOTHING_ASKED: Asked = { parts: [], memoryOf: [], watches: [], thread: null };

/** Records runs in a worker of its own, one at a time, and goes to their moments. */
export function useRecording(): RecordingControls {
  const [view, dispatch] = useReducer(change, NONE);
  const session = useRef<RecordingSession | null>(null);
  const asked = useRef(NOTHING_ASKED);

  useEffect(() => {
    return () => {
      session.current?.end();
      session.current = null;
    };
  }, []);

  const goTo = useCallback((step: number) => {
    dispatch({ kind: 'asked', step, mark: null });
    session.current?.go(step);
  }, []);

  const goToMarkOf = useCallback((run: OpenedRun, index: number) => {
    const mark = run.timeline.marks[index];
    if (mark === undefined) return;
    dispatch({ kind: 'asked', step: mark.step, mark: index });
    session.current?.go(mark.step);
  }, []);

  const open = useCallback(
    (title: string, program: RecordedProgram, step?: number) => {
      session.current?.end();
      dispatch({ kind: 'started', title, program });
      session.current = new RecordingSession(program, asked.current, (news) => {
        dispatch(news);
        if (news.kind !== 'opened') return;
        if (step === undefined) goToMarkOf(news.run, openingMark(news.run));
        else goTo(Math.max(news.run.start, Math.min(step, news.run.end)));
      });
    },
    [goTo, goToMarkOf],
  );

  const refuse = useCallback((message: string) => {
    session.current?.end();
    session.current = null;
    dispatch({ kind: 'broken', message });
  }, []);

  const { run } = view;
  const goToMark = useCallback(
    (index: number) => {
      if (run === null) return;
      goToMarkOf(run, Math.max(0, Math.min(index, run.timeline.marks.length - 1)));
    },
    [goToMarkOf, run],
  );

  const find = useCallback((target: Target, direction: Direction) => {
    session.current?.find(target, direction);
  }, []);

  const show = useCallback((wanted: Asked) => {
    asked.current = wanted;
    session.current?.show(wanted);
  }, []);

  const cancel = useCallback(() => session.current?.cancel(), []);

  return { view, open, refuse, goTo, goToMark, find, show, cancel };
}

/** Where it goes wrong; else where the order begins to matter; else the first step that has a line. */
function openingMark({ timeline: { marks, conflicts } }: OpenedRun): number {
  const wrong = marks.findIndex(({ violation }) => violation !== null);
  if (wrong >= 0) return wrong;
  const essential = conflicts.find(({ isEssential }) => isEssential);
  const withLine = marks.findIndex(({ at }) => at !== null);
  return essential?.first ?? Math.max(0, withLine);
}

function change(view: RecordingView, what: Change): RecordingView {
  switch (what.kind) {
    case 'started':
      return { ...NONE, phase: 'recording', title: what.title, program: what.program };
    case 'recording':
      return { ...view, steps: what.steps };
    case 'opened':
      return { ...view, phase: 'open', run: what.run, position: what.run.start };
    case 'asked': {
      const { step, mark } = what;
      if (mark === null)
        return { ...view, position: step, mark: markBefore(view, step), at: null, missed: null };
      const at = view.run?.timeline.marks[mark]?.at ?? null;
      return { ...view, position: step, mark, at, missed: null };
    }
    case 'searching':
      return { ...view, isSearching: what.isSearching };
    case 'moment': {
      const { moment, isLast } = what;
      const moved = { ...view, moment, before: beforeOf(view, moment), missed: null };
      if (!isLast) return moved;
      const { step } = moment.view;
      // The moment of the mark that was gone to.
      const mark = view.mark === null ? null : (view.run?.timeline.marks[view.mark] ?? null);
      if (
        mark !== null &&
        mark.step === view.position &&
        step === view.position &&
        !view.isSearching
      )
        return { ...moved, at: view.at ?? moment.at };
      return { ...moved, position: step, mark: markBefore(view, step), at: moment.at };
    }
    case 'nothing':
      return { ...view, missed: what };
    case 'not-compiled':
      return { ...view, phase: 'not-compiled' };
    case 'broken':
      return { ...view, phase: 'broken', message: what.message };
  }
}

/** The same moment told anew is no other one. */
function beforeOf(view: RecordingView, moment: Moment): Moment | null {
  return view.moment?.view.step === moment.view.step ? view.before : view.moment;
}

/** The last mark that has happened at a step. */
function markBefore({ run }: RecordingView, step: number): number | null {
  const marks = run?.timeline.marks ?? [];
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.step ?? Infinity) <= step) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : low - 1;
}
