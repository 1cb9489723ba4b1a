'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import {
  openSubmissionAction,
  type OpenedSubmission,
  submissionStatusAction,
  type SubmissionState,
  submitAction,
  type SubmitState,
} from './actions';

export type SubmissionLine = {
  readonly id: string;
  readonly receivedAt: Date;
  readonly status: SubmissionState;
};

export type SubmissionControls = {
  /** Newest first. */
  readonly submissions: readonly SubmissionLine[];
  /** The one that the verdict pane shows, null while it is being fetched. */
  readonly opened: OpenedSubmission | null;
  readonly openedId: string | null;
  readonly isSubmitting: boolean;
  /** Why the last submit or opening came to nothing, in a sentence. */
  readonly problem: string | null;
  /** False when nothing was submitted; `problem` says why. */
  readonly submit: (source: string) => Promise<boolean>;
  readonly open: (id: string) => void;
};

type Options = {
  readonly course: string;
  readonly exercise: string;
  readonly initial: readonly SubmissionLine[];
  readonly sourceBytesMax: number;
  readonly onGraded: () => void;
};

const NO_ANSWER = 'The server can’t be reached, so nothing was submitted. Your draft is kept; try again in a moment.';

export function useSubmissions(options: Options): SubmissionControls {
  const { course, exercise, initial, sourceBytesMax, onGraded } = options;
  const [submissions, setSubmissions] = useState(initial);
  const [opened, setOpened] = useState<OpenedSubmission | null>(null);
  const [openedId, setOpenedId] = useState<string | null>(null);
  const [isSubmitting, setSubmitting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const update = useCallback((id: string, status: SubmissionState) => {
    setSubmissions((lines) => lines.map((line) => (line.id === id ? { ...line, status } : line)));
  }, []);

  useOpened({ id: openedId, setOpened, setProblem, onStatus: update, onGraded });

  const open = useCallback((id: string) => {
    setProblem(null);
    setOpened(null);
    setOpenedId(id);
  }, []);

  async function submit(source: string): Promise<boolean> {
    if (isSubmitting) return false;
    const tooLarge = sizeProblem(source, sourceBytesMax);
    setProblem(tooLarge);
    if (tooLarge !== null) return false;
    setSubmitting(true);
    try {
      const result = await submitAction(course, exercise, source);
      if (result.kind !== 'accepted') {
        setProblem(refusalText(result));
        return false;
      }
      const { submissionId: id, receivedAt } = result;
      setSubmissions((lines) => [{ id, receivedAt, status: { kind: 'queued' } }, ...lines]);
      open(id);
      return true;
    } catch {
      setProblem(NO_ANSWER);
      return false;
    } finally {
      setSubmitting(false);
    }
  }

  return { submissions, opened, openedId, isSubmitting, problem, submit, open };
}

type OpenedOptions = {
  readonly id: string | null;
  readonly setOpened: (submission: OpenedSubmission) => void;
  readonly setProblem: (problem: string | null) => void;
  readonly onStatus: (id: string, status: SubmissionState) => void;
  readonly onGraded: () => void;
};

/** Fetches a submission, and again and again until it has its verdict. */
function useOpened({ id, ...callbacks }: OpenedOptions): void {
  const latest = useRef(callbacks);
  useEffect(() => {
    latest.current = callbacks;
  });

  useEffect(() => {
    if (id === null) return;
    let isOver = false;
    void follow(
      id,
      () => isOver,
      () => latest.current,
    );
    return () => {
      isOver = true;
    };
  }, [id]);
}

async function follow(
  id: string,
  isOver: () => boolean,
  callbacks: () => Omit<OpenedOptions, 'id'>,
): Promise<void> {
  let wasWaiting = false;
  for (let round = 0; !isOver(); round++) {
    try {
      const status = await submissionStatusAction(id);
      if (isOver()) return;
      callbacks().setProblem(null);
      callbacks().onStatus(id, status);
      if (isDone(status)) {
        const submission = await openSubmissionAction(id);
        if (isOver()) return;
        callbacks().setOpened(submission);
        if (wasWaiting) callbacks().onGraded();
        return;
      }
      wasWaiting = true;
    } catch {
      if (isOver()) return;
      callbacks().setProblem('The server can’t be reached at the moment; trying again.');
    }
    await pause(round < 10 ? 300 : round < 30 ? 1000 : 3000);
  }
}

export function isDone({ kind }: SubmissionState): boolean {
  return kind === 'graded' || kind === 'failed';
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function sizeProblem(source: string, bytesMax: number): string | null {
  const bytes = new TextEncoder().encode(source).length;
  if (bytes <= bytesMax) return null;
  return refusalText({ kind: 'refused', problem: { kind: 'too-large', bytes, bytesMax } });
}

function refusalText(result: Exclude<SubmitState, { kind: 'accepted' }>): string {
  if (result.kind === 'too-many-waiting') {
    return `${result.waitingMax} of your submissions still wait for their verdict. Wait for those first; your draft is kept.`;
  }
  switch (result.problem.kind) {
    case 'too-large': {
      const { bytes, bytesMax } = result.problem;
      return `This program has ${kilobytes(bytes)}; at most ${kilobytes(bytesMax)} can be submitted. Nothing was submitted and no attempt was counted.`;
    }
    case 'not-text':
      return 'There is a character in this program that is no text (a zero byte). Remove it, then submit again.';
  }
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024).toLocaleString('en')} KB`;
}
