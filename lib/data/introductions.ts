import { database } from '../db';
import type { Difficulty } from '../grading/exercise';
import { publicExercise } from '../grading/exercise';
import { type Reader, requirePublishedItem, requireReading } from './access';
import { loadExerciseVersion } from './exercise-versions';
import { type QuizTerms, quizTerms } from './quiz-terms';
import { loadQuizVersion } from './quiz-versions';

/** What a quiz is, for whoever may read the course; of its questions nothing. */
export type QuizIntroduction = QuizTerms & {
  readonly courseTitle: string;
  readonly title: string;
  readonly summary: string;
};

export async function getQuizIntroduction(
  reader: Reader,
  courseSlug: string,
  quizSlug: string,
): Promise<QuizIntroduction> {
  const db = database();
  const reading = await requireReading(db, reader, courseSlug);
  const item = await requirePublishedItem(db, reading, 'QUIZ', quizSlug);
  const { quiz } = await loadQuizVersion(db, item.versionId);
  return {
    courseTitle: reading.courseTitle,
    title: item.title,
    summary: quiz.summary,
    ...quizTerms(quiz),
  };
}

/** What an exercise asks for; neither checks nor hints nor solutions. */
export type ExerciseIntroduction = {
  readonly courseTitle: string;
  readonly title: string;
  readonly summary: string;
  /** Markdown. */
  readonly statement: string;
  readonly pointsMax: number;
  readonly difficulty: Difficulty | null;
  readonly minutes: number | null;
  readonly topics: readonly string[];
};

export async function getExerciseIntroduction(
  reader: Reader,
  courseSlug: string,
  exerciseSlug: string,
): Promise<ExerciseIntroduction> {
  const db = database();
  const reading = await requireReading(db, reader, courseSlug);
  const item = await requirePublishedItem(db, reading, 'EXERCISE', exerciseSlug);
  const exercise = publicExercise(await loadExerciseVersion(db, item.versionId));
  return {
    courseTitle: reading.courseTitle,
    title: item.title,
    summary: exercise.summary,
    statement: exercise.statement,
    pointsMax: exercise.pointsMax,
    difficulty: exercise.difficulty,
    minutes: exercise.minutes,
    topics: exercise.topics,
  };
}
