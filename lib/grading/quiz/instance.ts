/**
 * What one student is asked in one attempt: a function of the quiz and a seed, which is made from quiz
 * version, student and number of the attempt (lib/data/quiz-attempts.ts).
 */
import { z } from 'zod';
import { type AskedQuestion, askedQuestionSchema } from './asked';
import { randomFrom, shuffled } from './drawing/random';
import { drawQuestion, type Question } from './question';
import { everyQuestion, type Quiz } from './quiz';
import { type ShownQuestion, shownQuestion } from './shown';

export const instanceSchema = z.object({ questions: z.array(askedQuestionSchema) });
export type QuizInstance = z.output<typeof instanceSchema>;

/** The questions of an attempt, not yet asked. */
export function chosenQuestions(quiz: Quiz, seed: string): readonly Question[] {
  const random = randomFrom(`${seed}/choice`);
  const fromPools = quiz.pools.flatMap(({ questions, count }) =>
    shuffled(random, questions).slice(0, count),
  );
  const chosen = [...quiz.questions, ...fromPools];
  return quiz.order === 'shuffled' ? shuffled(random, chosen) : chosen;
}

/** Throws where one can't be asked: publishing has tried many seeds before. */
export function askQuestion(question: Question, seed: string): AskedQuestion {
  const drawing = drawQuestion(question, seed);
  if (drawing.kind === 'failed') throw new Error(`question "${question.id}": ${drawing.reason}`);
  return drawing.drawn.asked;
}

export function quizInstance(quiz: Quiz, seed: string): QuizInstance {
  return { questions: chosenQuestions(quiz, seed).map((question) => askQuestion(question, seed)) };
}

export function shownQuestions({ questions }: QuizInstance): readonly ShownQuestion[] {
  return questions.map(shownQuestion);
}

/** What only asking shows: a program that does not compile or end, a puzzle that is none, a draw that fails. */
export function quizProblems(quiz: Quiz, seeds: readonly string[] = ['a', 'b']): readonly string[] {
  return everyQuestion(quiz).flatMap((question) => {
    for (const seed of seeds) {
      const drawing = drawQuestion(question, seed);
      if (drawing.kind === 'failed')
        return [`${quiz.slug}.yaml: question "${question.id}": ${drawing.reason}`];
    }
    return [];
  });
}
