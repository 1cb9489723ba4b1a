import type { ReactNode } from 'react';
import { CircleCheck, CircleDashed, CircleDot, CircleX } from 'lucide-react';
import { CSource } from '@/app/_components/editor/c-source';
import { Markdown } from '@/app/_components/markdown/markdown';
import { pointNumber, pointsText } from '@/app/_components/site/points';
import { PrintedText } from '@/app/_components/quiz/printed-text';
import { Progress } from '@/app/_components/ui/progress';
import type { QuizAttempt } from '@/lib/data/quizzes';
import type { QuestionForStudent } from '@/lib/grading/quiz';
import type { QuestionResult, QuizAnswers } from '@/lib/grading/score-quiz';

/** An attempt with what was right, what was not, and why. */
export function AttemptReview({ attempt }: { readonly attempt: QuizAttempt }) {
  const { quiz, result, answers } = attempt;
  return (
    <section aria-label="Your result" className="mt-8">
      <p className="text-xl font-semibold tabular-nums">
        {pointsText(result.points, result.pointsMax)}
      </p>
      <Progress
        value={result.points}
        max={result.pointsMax}
        label="Points of this attempt"
        className="mt-2"
      />
      <ol className="mt-6 space-y-6">
        {quiz.questions.map((question, i) => {
          const judged = result.questions.find(({ id }) => id === question.id);
          return judged === undefined ? null : (
            <li key={question.id} id={question.id}>
              <QuestionReview
                number={i + 1}
                question={question}
                judged={judged}
                answer={answers[question.id]}
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const OUTCOMES = {
  right: { Icon: CircleCheck, color: 'text-good', text: 'Right' },
  partly: { Icon: CircleDot, color: 'text-warn', text: 'Partly right' },
  wrong: { Icon: CircleX, color: 'text-bad', text: 'Not right' },
  unanswered: { Icon: CircleDashed, color: 'text-muted', text: 'Not answered' },
} as const;

type Answer = QuizAnswers[string] | undefined;

type QuestionReviewProps = {
  readonly number: number;
  readonly question: QuestionForStudent;
  readonly judged: QuestionResult;
  readonly answer: Answer;
};

function QuestionReview({ number, question, judged, answer }: QuestionReviewProps) {
  const { Icon, color, text } = OUTCOMES[judged.outcome];
  return (
    <section
      aria-label={`Question ${number}: ${text}`}
      className="rounded-lg border bg-surface p-5"
    >
      <p className="mb-3 flex items-center gap-2 font-semibold">
        <Icon aria-hidden className={`size-5 ${color}`} />
        {text}
        <span className="ml-auto text-sm font-normal text-muted tabular-nums">
          {pointNumber(judged.points)} / {pointNumber(judged.pointsMax)}
        </span>
      </p>
      <Markdown source={question.prompt} />
      {'program' in question && (
        <pre tabIndex={0} className="mt-3 overflow-x-auto rounded-lg border bg-sunken px-4 py-3">
          <code>
            <CSource source={question.program.trimEnd()} />
          </code>
        </pre>
      )}
      <Answers question={question} judged={judged} answer={answer} />
      {judged.feedback !== '' && (
        <div className="mt-3">
          <Markdown source={judged.feedback} />
        </div>
      )}
      <div className="mt-3 border-l-2 border-accent pl-3">
        <Markdown source={judged.explanation} />
      </div>
    </section>
  );
}

type AnswersProps = Omit<QuestionReviewProps, 'number'>;

function Answers({ question, judged, answer }: AnswersProps) {
  if ('options' in question) {
    const given = typeof answer === 'string' ? [answer] : (answer ?? []);
    return (
      <ul className="mt-3 space-y-1">
        {question.options.map(({ id, text }) => (
          <OptionReview
            key={id}
            text={
              question.kind === 'possible-outputs' ? (
                <PrintedText text={text} />
              ) : (
                <Markdown source={text} />
              )
            }
            isRight={judged.expected.includes(id)}
            isGiven={given.includes(id)}
          />
        ))}
      </ul>
    );
  }
  const expected =
    typeof judged.expected === 'string' ? judged.expected : judged.expected.join(', ');
  return (
    <div className="mt-3 grid gap-3 sm:grid-cols-2">
      <Quoted title="Your answer" text={typeof answer === 'string' ? answer : ''} />
      {judged.outcome !== 'right' && <Quoted title="The right answer" text={expected} />}
    </div>
  );
}

type OptionReviewProps = {
  readonly text: ReactNode;
  readonly isRight: boolean;
  readonly isGiven: boolean;
};

function OptionReview({ text, isRight, isGiven }: OptionReviewProps) {
  const Icon = isRight ? CircleCheck : isGiven ? CircleX : CircleDashed;
  const color = isRight ? 'text-good' : isGiven ? 'text-bad' : 'text-muted';
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${color}`} />
      <div className="min-w-0">{text}</div>
      <span className="ml-auto shrink-0 text-sm text-muted">
        {[isGiven ? 'your answer' : '', isRight ? 'right' : '']
          .filter((part) => part !== '')
          .join(', ')}
      </span>
    </li>
  );
}

function Quoted({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <p className="eyebrow">{title}</p>
      <pre tabIndex={0} className="mt-1 overflow-x-auto rounded-md border bg-sunken px-3 py-2">
        {text === '' ? <span className="text-muted">(nothing)</span> : text}
      </pre>
    </div>
  );
}
