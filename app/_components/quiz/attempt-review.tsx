import { pointsText } from '@/app/_components/site/points';
import { Progress } from '@/app/_components/ui/progress';
import type { QuizAttempt } from '@/lib/data/quizzes';
import { QuestionReview } from './review/question-review';

/** An attempt with what was right, what was not, and why. */
export function AttemptReview({ attempt }: { readonly attempt: QuizAttempt }) {
  const { questions, result, answers } = attempt;
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
        {questions.map((question, i) => {
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
