import type { Actor } from '../auth/actor';
import type { QuizAnswers, QuizForStudent as Questions, QuizResult } from '../grading/quiz';

export type QuizForStudent = {
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly slug: string;
  readonly title: string;
  readonly dueAt: Date | null;
  readonly pointsMax: number;
  /** To be handed back by submitQuiz: answers are scored against the version that was shown. */
  readonly versionId: string;
  /** Without answers and explanations. */
  readonly quiz: Questions;
};

export type QuizAttemptSummary = {
  readonly id: string;
  readonly submittedAt: Date;
  readonly points: number;
  readonly pointsMax: number;
};

/** With the answers given, and per question what scoreQuiz says to the student. */
export type QuizAttemptDetail = QuizAttemptSummary & {
  readonly answers: QuizAnswers;
  readonly result: QuizResult;
  readonly quiz: Questions;
};

declare function getQuizT(a: Actor, courseSlug: string, quizSlug: string): Promise<QuizForStudent>;
declare function submitQuizT(
  a: Actor,
  courseSlug: string,
  quizSlug: string,
  versionId: string,
  answers: QuizAnswers,
): Promise<QuizAttemptDetail>;
declare function listT(
  a: Actor,
  courseSlug: string,
  quizSlug: string,
): Promise<readonly QuizAttemptDetail[]>;
declare function listOfT(
  instructor: Actor,
  courseSlug: string,
  quizSlug: string,
  studentId: string,
): Promise<readonly QuizAttemptDetail[]>;

export const getQuizForStudent: typeof getQuizT = async () => Promise.reject(new Error('to come'));
export const submitQuiz: typeof submitQuizT = async () => Promise.reject(new Error('to come'));
/** The acting user's own, newest first. */
export const listQuizAttempts: typeof listT = async () => Promise.reject(new Error('to come'));
/** For instructors: one student's, newest first. */
export const listQuizAttemptsOf: typeof listOfT = async () => Promise.reject(new Error('to come'));
