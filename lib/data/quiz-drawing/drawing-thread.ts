import { askQuestion, quizInstance } from '../../grading/quiz/instance';
import type { AskedQuestion } from '../../grading/quiz/asked';
import { everyQuestion, parseQuiz, type Quiz } from '../../grading/quiz/quiz';
import type { QuizVersionContent } from '../quiz-versions';

// Entry of the threads that draw quizzes, bundled to dist/quiz-thread.mjs: what runs and explores programs does
// not hold up the pages of everybody else. It has no database and no secrets.

export type DrawingTask = {
  readonly versionId: string;
  readonly content: QuizVersionContent;
  readonly seed: string;
  /** Only this question; null: an attempt's. */
  readonly questionId: string | null;
};

const KEPT_MAX = 50;
const kept = new Map<string, Quiz>();

export default function drawQuizInThread(task: DrawingTask): readonly AskedQuestion[] {
  const quiz = quizOf(task);
  if (task.questionId === null) return quizInstance(quiz, task.seed).questions;
  const question = everyQuestion(quiz).find(({ id }) => id === task.questionId);
  return question === undefined ? [] : [askQuestion(question, task.seed)];
}

function quizOf({ versionId, content }: DrawingTask): Quiz {
  const before = kept.get(versionId);
  if (before !== undefined) return before;
  const parsed = parseQuiz(content.slug, content.text, content.pools);
  if (parsed.kind === 'broken') throw new Error(parsed.problems.join('\n'));
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= KEPT_MAX) kept.delete(oldest);
  kept.set(versionId, parsed.quiz);
  return parsed.quiz;
}
