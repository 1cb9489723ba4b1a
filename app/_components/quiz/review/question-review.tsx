import { CircleCheck, CircleDashed, CircleDot, CircleX } from 'lucide-react';
import { Markdown } from '@/app/_components/markdown/markdown';
import { pointNumber } from '@/app/_components/site/points';
import type { Answer } from '@/lib/grading/quiz/answers';
import type { QuestionResult } from '@/lib/grading/quiz/score';
import type { ShownQuestion } from '@/lib/grading/quiz/shown';
import { QuestionPrompt } from '../question-view';
import { AnswerReview } from './answer-review';

const OUTCOMES = {
  right: { Icon: CircleCheck, color: 'text-good', text: 'Right' },
  partly: { Icon: CircleDot, color: 'text-warn', text: 'Partly right' },
  wrong: { Icon: CircleX, color: 'text-bad', text: 'Not right' },
  unanswered: { Icon: CircleDashed, color: 'text-muted', text: 'Not answered' },
} as const;

type QuestionReviewProps = {
  readonly number: number;
  readonly question: ShownQuestion;
  readonly judged: QuestionResult;
  readonly answer: Answer | undefined;
};

/** A question with what was answered, what is right, and why. */
export function QuestionReview({ number, question, judged, answer }: QuestionReviewProps) {
  return (
    <section
      aria-label={`Question ${number}: ${OUTCOMES[judged.outcome].text}`}
      className="rounded-lg border bg-surface p-4 sm:p-5"
    >
      <OutcomeLine judged={judged} />
      <QuestionPrompt question={question} />
      <JudgedAnswer question={question} judged={judged} answer={answer} />
    </section>
  );
}

export function OutcomeLine({ judged }: { readonly judged: QuestionResult }) {
  const { Icon, color, text } = OUTCOMES[judged.outcome];
  return (
    <p className="mb-3 flex items-center gap-2 font-semibold">
      <Icon aria-hidden className={`size-5 ${color}`} />
      {text}
      <span className="ml-auto text-sm font-normal text-muted tabular-nums">
        {judged.hintCost > 0 && `hints took ${Math.round(judged.hintCost * 100)} %, `}
        {pointNumber(judged.points)} / {pointNumber(judged.pointsMax)}
      </span>
    </p>
  );
}

/** What comes under the question: answer, feedback, explanation. */
export function JudgedAnswer({ question, judged, answer }: Omit<QuestionReviewProps, 'number'>) {
  return (
    <>
      <AnswerReview question={question} judged={judged} answer={answer} />
      {judged.feedback !== '' && question.form.form !== 'choice' && (
        <div className="mt-3">
          <Markdown source={judged.feedback} />
        </div>
      )}
      <div className="mt-3 border-l-2 border-accent pl-3">
        <Markdown source={judged.explanation} />
      </div>
    </>
  );
}
