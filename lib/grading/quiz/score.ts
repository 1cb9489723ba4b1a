/** How answers to a quiz are scored: right, wrong, why, and how many points. */
import { z } from 'zod';
import { type Answer, answerSchema, type QuizAnswers } from './answers';
import type { AskedQuestion } from './asked';
import { expectedAnswer } from './expected';
import { judge } from './judge';
import type { QuizInstance } from './instance';

const questionResultSchema = z.object({
  id: z.string(),
  points: z.number(),
  pointsMax: z.number(),
  outcome: z.enum(['right', 'partly', 'wrong', 'unanswered']),
  /** Markdown: what was wrong with this answer; empty when right. */
  feedback: z.string(),
  /** A right answer, in the form in which it would be given; options always as a list. */
  expected: answerSchema,
  /** Markdown. */
  explanation: z.string(),
  /** Of what the answer is made; nothing is known of those before there were parts. */
  parts: z.array(z.object({ id: z.string(), right: z.boolean(), note: z.string() })).default([]),
  /** Share of the points that hints took. */
  hintCost: z.number().default(0),
});
export type QuestionResult = z.output<typeof questionResultSchema>;

/** As it is kept. */
export const quizResultSchema = z.object({
  points: z.number(),
  pointsMax: z.number(),
  questions: z.array(questionResultSchema),
});
export type QuizResult = z.output<typeof quizResultSchema>;

/** How many hints were taken, by question. */
export const hintsTakenSchema = z.record(z.string(), z.int().min(0).max(10));
export type HintsTaken = z.output<typeof hintsTakenSchema>;

/** Deterministic. Answers to unknown questions or of the wrong form count as unanswered. */
export function scoreQuiz(
  { questions }: QuizInstance,
  answers: QuizAnswers,
  hintsTaken: HintsTaken = {},
): QuizResult {
  const results = questions.map((question) =>
    scoreQuestion(question, answers[question.id], hintsTaken[question.id] ?? 0),
  );
  const pointsMax = questions.reduce((sum, { points }) => sum + points, 0);
  const points = results.reduce((sum, each) => sum + each.points, 0);
  // Rounded parts may add up to a hair above the whole.
  return { points: Math.min(points, pointsMax), pointsMax, questions: results };
}

export function scoreQuestion(
  question: AskedQuestion,
  answer: Answer | undefined,
  hintsTaken = 0,
): QuestionResult {
  const { share, answered, feedback, parts } = judge(question.form, answer);
  const hintCost = question.hints.slice(0, hintsTaken).reduce((sum, { cost }) => sum + cost, 0);
  return {
    id: question.id,
    points: Math.round(question.points * Math.max(0, share - hintCost) * 100) / 100,
    pointsMax: question.points,
    outcome: !answered ? 'unanswered' : share === 1 ? 'right' : share > 0 ? 'partly' : 'wrong',
    feedback,
    expected: expectedAnswer(question.form),
    explanation: question.explanation,
    parts: parts.map((part) => ({ ...part })),
    hintCost: answered ? hintCost : 0,
  };
}
