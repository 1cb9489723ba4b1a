import { type Quiz, quizLength, quizPointsMax } from '../grading/quiz/quiz';

/** What a quiz asks of whoever takes it; of its questions nothing. */
export type QuizTerms = {
  readonly questionCount: number;
  readonly pointsMax: number;
  /** Time for an attempt; null: no limit. */
  readonly minutes: number | null;
  readonly triesMax: number | null;
  readonly counts: 'best' | 'last';
};

export function quizTerms(quiz: Quiz): QuizTerms {
  return {
    questionCount: quizLength(quiz),
    pointsMax: quizPointsMax(quiz),
    minutes: quiz.minutes ?? null,
    triesMax: quiz.tries ?? null,
    counts: quiz.counts,
  };
}
