'use client';

import { ArrowLeft, ArrowRight, CloudOff } from 'lucide-react';
import {
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  useTransition,
} from 'react';
import { pointNumber } from '@/app/_components/site/points';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import type { QuizAnswers } from '@/lib/grading/quiz/answers';
import { isEmptyAnswer } from '@/lib/grading/quiz/given';
import type { QuestionView } from '../question-view';
import { AnswerKeeper, type KeeperState } from './answer-keeper';
import { AttemptClock } from './attempt-clock';
import { QuestionCard } from './question-card';
import { QuestionNumbers } from './question-numbers';

type AttemptFormProps = {
  readonly attemptId: string;
  readonly questions: readonly QuestionView[];
  readonly pointsMax: number;
  /** As the server has them. */
  readonly answers: QuizAnswers;
  readonly hints: Readonly<Record<string, readonly ReactNode[]>>;
  /** Null: no limit of time. */
  readonly deadlineMs: number | null;
  readonly serverNowMs: number;
  readonly save: (changed: QuizAnswers) => Promise<{ readonly kind: 'saved' | 'closed' }>;
  /** All that were taken so far; null: the attempt is over. */
  readonly takeHint: (questionId: string) => Promise<readonly ReactNode[] | null>;
  /** Leads to the review, by throwing as Next does. */
  readonly submit: (changed: QuizAnswers) => Promise<void>;
};

const ALL_AT_ONCE_MAX = 10;

export function AttemptForm(props: AttemptFormProps) {
  const { attemptId, questions, pointsMax, deadlineMs, serverNowMs, save, submit } = props;
  const [keeper] = useState(
    () => new AnswerKeeper({ initial: props.answers, storageKey: `attempt ${attemptId}`, save }),
  );
  const [first] = useState(keeper.getState);
  const { answers, status } = useSyncExternalStore(keeper.subscribe, keeper.getState, () => first);
  const [hints, setHints] = useState(props.hints);
  const [oneByOne, setOneByOne] = useState(
    deadlineMs !== null || questions.length > ALL_AT_ONCE_MAX,
  );
  const [current, setCurrent] = useState(0);
  const [asksWhetherSure, setAsks] = useState(false);
  const [problem, setProblem] = useState(false);
  const [pending, startTransition] = useTransition();
  const top = useRef<HTMLDivElement>(null);

  const answered = questions.map(({ id }) => !isEmptyAnswer(answers[id]));
  const open = answered.filter((isAnswered) => !isAnswered).length;

  const send = useCallback(() => {
    setProblem(false);
    startTransition(async () => {
      try {
        await submit(keeper.unsent());
        keeper.close();
      } catch (error) {
        if (isRedirect(error)) {
          keeper.close();
          throw error;
        }
        setProblem(true);
      }
    });
  }, [keeper, submit]);

  // Where the server says that it is over, the way to the review is the same.
  useEffect(() => keeper.open(send), [keeper, send]);

  // While the connection is lost when time is over, it is tried again until the review can be shown.
  useEffect(() => {
    if (!problem || deadlineMs === null) return;
    const timer = setTimeout(send, 4000);
    return () => clearTimeout(timer);
  }, [problem, deadlineMs, send]);

  async function takeHint(questionId: string) {
    const texts = await props.takeHint(questionId);
    if (texts === null) send();
    else setHints({ ...hints, [questionId]: texts });
  }

  function go(at: number) {
    setCurrent(at);
    if (oneByOne) top.current?.scrollIntoView({ block: 'start' });
    else document.getElementById(questions[at]?.id ?? '')?.scrollIntoView({ block: 'start' });
  }

  const shown = questions.map((question, at) => ({ question, at }));
  return (
    <div ref={top} className="mt-6 scroll-mt-24">
      <div className="sticky top-14 z-20 -mx-4 mb-5 flex flex-wrap items-center gap-x-5 gap-y-2 border-b bg-paper px-4 py-3 sm:-mx-6 sm:px-6">
        <QuestionNumbers answered={answered} current={oneByOne ? current : -1} onGo={go} />
        <span className="ml-auto flex items-center gap-4 text-sm">
          <SaveStatus status={status} />
          {deadlineMs !== null && (
            <AttemptClock deadlineMs={deadlineMs} serverNowMs={serverNowMs} onOver={send} />
          )}
          <Button look="quiet" size="sm" onClick={() => setOneByOne(!oneByOne)}>
            {oneByOne ? 'Show all' : 'One at a time'}
          </Button>
        </span>
      </div>
      <ol className="space-y-6">
        {shown
          .filter(({ at }) => !oneByOne || at === current)
          .map(({ question, at }) => (
            <li key={question.id} id={question.id} className="scroll-mt-32">
              <QuestionCard
                number={at + 1}
                question={question}
                value={answers[question.id]}
                onChange={(value) => keeper.answer(question.id, value)}
                hints={hints[question.id] ?? []}
                takeHint={() => takeHint(question.id)}
              />
            </li>
          ))}
      </ol>
      {oneByOne && (
        <div className="mt-4 flex justify-between gap-3">
          <Button disabled={current === 0} onClick={() => go(current - 1)}>
            <ArrowLeft aria-hidden />
            Previous
          </Button>
          <Button disabled={current === questions.length - 1} onClick={() => go(current + 1)}>
            Next
            <ArrowRight aria-hidden />
          </Button>
        </div>
      )}
      {problem && (
        <Callout tone="bad" role="alert" className="mt-6">
          Your answers could not be sent. They are kept in this browser; try again in a moment.
        </Callout>
      )}
      {asksWhetherSure && open > 0 && (
        <Callout tone="warn" role="alert" className="mt-6" title={notAnsweredText(open)}>
          <div className="flex flex-wrap gap-2 pt-1">
            <Button size="sm" look="primary" disabled={pending} onClick={send}>
              Submit anyway
            </Button>
            <Button size="sm" onClick={() => setAsks(false)}>
              Go on answering
            </Button>
          </div>
        </Callout>
      )}
      <div className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          look="primary"
          disabled={pending}
          onClick={() => {
            if (open > 0 && !asksWhetherSure) setAsks(true);
            else send();
          }}
        >
          {pending ? 'Submitting…' : 'Submit answers'}
        </Button>
        <p className="text-sm text-muted">
          {open === 0
            ? 'All questions answered'
            : `${open} of ${questions.length} not answered yet`}
          ; {pointNumber(pointsMax)} points in all.
        </p>
      </div>
    </div>
  );
}

function notAnsweredText(open: number): string {
  return open === 1 ? 'One question is not answered.' : `${open} questions are not answered.`;
}

function SaveStatus({ status }: { readonly status: KeeperState['status'] }) {
  return (
    <span role="status" data-answers={status} className="flex items-center gap-1.5 text-muted">
      {status === 'kept-in-browser' && <CloudOff aria-hidden className="size-4 text-warn" />}
      {STATUS_TEXTS[status]}
    </span>
  );
}

const STATUS_TEXTS: Readonly<Record<KeeperState['status'], string>> = {
  saved: 'Saved',
  saving: 'Saving…',
  'kept-in-browser': 'No connection: kept in this browser',
  closed: 'Submitted',
};

function isRedirect(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'digest' in error &&
    String(error.digest).startsWith('NEXT_REDIRECT')
  );
}
