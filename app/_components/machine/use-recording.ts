'use client';

import { useCallback, useEffect, useReducer, useRef } from 'react';
import { type RecordingWorker, startRecordingWorker } from '@/app/_workers/machine-worker';
import type {
  Moment,
  OpenedRecording,
  RecordedProgram,
  RecordingAnswer,
} from '@/app/_workers/recording-protocol';
import type { SourcePosition } from '@/lib/kernel/events';
import type { InspectionPart } from '@/lib/kernel/inspection/inspections';
import type { Pid } from '@/lib/kernel/pid';
import type { Direction } from '@/lib/trace/recording/event-steps';
import type { Target } from '@/lib/trace/recording/stepping';

/** A recorded run as the page sees it: which moment is shown. */
export type RecordingView = {
  readonly phase: 'idle' | 'recording' | 'open' | 'not-compiled' | 'broken';
  /** Of what this is a recording, for the reader. */
  readonly title: string;
  /** The lines are of this text. */
  readonly source: string;
  /** Recorded so far. */
  readonly steps: number;
  readonly opened: OpenedRecording | null;
  readonly position: number;
  /** The mark that was gone to, or the last one before the position. */
  readonly mark: number | null;
  readonly moment: Moment | null;
  /** The line of the present moment: of the mark that was gone to, else where the run stands. */
  readonly at: SourcePosition | null;
  readonly isSearching: boolean;
  readonly message: string | null;
};

export type RecordingControls = {
  readonly view: RecordingView;
  /** Stands where it goes wrong, if it does, else at the beginning. */
  readonly open: (title: string, program: RecordedProgram) => void;
  /** To the moment of a step. */
  readonly goTo: (step: number) => void;
  /** To what a mark came to. */
  readonly goToMark: (index: number) => void;
  readonly find: (target: Target, direction: Direction) => void;
  /** What moments have to tell, for the views that are shown. */
  readonly show: (parts: readonly InspectionPart[], memoryOf: readonly Pid[]) => void;
  readonly cancel: () => void;
};

/** What moments have to tell. */
type Shown = { readonly parts: readonly InspectionPart[]; readonly memoryOf: readonly Pid[] };

const NONE: RecordingView = {
  phase: 'idle',
  title: '',
  source: '',
  steps: 0,
  opened: null,
  position: 0,
  mark: null,
  moment: null,
  at: null,
  isSearching: false,
  message: null,
};

type Change =
  | RecordingAnswer
  | { readonly kind: 'started'; readonly title: string; readonly source: string }
  | { readonly kind: 'asked-mark'; readonly index: number }
  | { readonly kind: 'asked-step'; readonly step: number }
  | { readonly kind: 'asked-search' };

/** Records runs in a worker of its own, one at a time, and goes to their moments. */
export function useRecording(): RecordingControls {
  const [view, dispatch] = useReducer(change, NONE);
  const worker = useRef<RecordingWorker | null>(null);
  const lastId = useRef(0);
  const shown = useRef<Shown>({ parts: [], memoryOf: [] });
  const present = useRef(0);

  useEffect(() => {
    return () => {
      worker.current?.terminate();
      worker.current = null;
    };
  }, []);

  const goToMarkOf = useCallback((opened: OpenedRecording, index: number) => {
    const mark = opened.timeline.marks[index];
    if (mark === undefined) return;
    dispatch({ kind: 'asked-mark', index });
    worker.current?.send({ kind: 'go', id: ++lastId.current, step: mark.step });
  }, []);

  const open = useCallback(
    (title: string, program: RecordedProgram) => {
      worker.current?.terminate();
      worker.current = startRecordingWorker(
        (answer) => {
          if ('id' in answer && answer.id !== lastId.current) return;
          dispatch(answer);
          if (answer.kind !== 'opened') return;
          goToMarkOf(answer.recording, openingMark(answer.recording));
        },
        (message) => dispatch({ kind: 'broken', message }),
      );
      dispatch({ kind: 'started', title, source: program.source });
      worker.current.send({ kind: 'show', ...shown.current });
      worker.current.send({ kind: 'open', program });
    },
    [goToMarkOf],
  );

  const { opened, position } = view;
  useEffect(() => {
    present.current = position;
  }, [position]);
  const goToMark = useCallback(
    (index: number) => {
      if (opened === null) return;
      goToMarkOf(opened, Math.max(0, Math.min(index, opened.timeline.marks.length - 1)));
    },
    [goToMarkOf, opened],
  );

  const find = useCallback(
    (target: Target, direction: Direction) => {
      dispatch({ kind: 'asked-search' });
      const id = ++lastId.current;
      worker.current?.send({ kind: 'find', id, from: position, target, direction });
    },
    [position],
  );

  const goTo = useCallback((step: number) => {
    dispatch({ kind: 'asked-step', step });
    worker.current?.send({ kind: 'go', id: ++lastId.current, step });
  }, []);

  const isOpen = opened !== null;
  const show = useCallback(
    (parts: readonly InspectionPart[], memoryOf: readonly Pid[]) => {
      shown.current = { parts, memoryOf };
      worker.current?.send({ kind: 'show', ...shown.current });
      if (isOpen) worker.current?.send({ kind: 'go', id: ++lastId.current, step: present.current });
    },
    [isOpen],
  );

  const cancel = useCallback(() => {
    worker.current?.send({ kind: 'cancel' });
  }, []);

  return { view, open, goTo, goToMark, find, show, cancel };
}

/** Where it goes wrong; else where the order begins to matter; else the first step that has a line. */
function openingMark({ timeline: { marks, conflicts } }: OpenedRecording): number {
  const wrong = marks.findIndex(({ violation }) => violation !== null);
  if (wrong >= 0) return wrong;
  const essential = conflicts.find(({ isEssential }) => isEssential);
  const withLine = marks.findIndex(({ at }) => at !== null);
  return essential?.first ?? Math.max(0, withLine);
}

function change(view: RecordingView, what: Change): RecordingView {
  switch (what.kind) {
    case 'started':
      return { ...NONE, phase: 'recording', title: what.title, source: what.source };
    case 'recording':
      return { ...view, steps: what.steps };
    case 'opened':
      return { ...view, phase: 'open', opened: what.recording, position: what.recording.start };
    case 'asked-mark': {
      const mark = view.opened?.timeline.marks[what.index];
      if (mark === undefined) return view;
      const { index } = what;
      return { ...view, mark: index, position: mark.step, at: mark.at, isSearching: false };
    }
    case 'asked-step':
      return {
        ...view,
        position: what.step,
        mark: markBefore(view, what.step),
        at: null,
        isSearching: false,
      };
    case 'asked-search':
      return { ...view, isSearching: true };
    case 'moment': {
      const { moment } = what;
      if (!view.isSearching) return { ...view, moment, at: view.at ?? moment.at };
      const position = moment.view.step;
      return {
        ...view,
        moment,
        position,
        at: moment.at,
        mark: markBefore(view, position),
        isSearching: false,
      };
    }
    case 'nothing':
      return { ...view, isSearching: false };
    case 'not-compiled':
      return { ...view, phase: 'not-compiled' };
    case 'broken':
      return { ...view, phase: 'broken', message: what.message };
  }
}

/** The last mark that has happened at a step. */
function markBefore({ opened }: RecordingView, step: number): number | null {
  const marks = opened?.timeline.marks ?? [];
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.step ?? Infinity) <= step) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : low - 1;
}
