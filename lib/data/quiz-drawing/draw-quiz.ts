import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Piscina } from 'piscina';
import { AppError } from '../../errors';
import type { AskedQuestion } from '../../grading/quiz/asked';
import type { QuizInstance } from '../../grading/quiz/instance';
import type { QuizVersion } from '../quiz-versions';
import drawQuizInThread, { type DrawingTask } from './drawing-thread';

/** Of drawing one attempt: far more than any takes that was checked before it was published. */
const WALL_CLOCK_MS = 30_000;
const MEMORY_MB = 512;

/** The same for the same parts, and nothing that one student could work out of another's. */
export function quizSeed(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

export async function drawInstance(
  versionId: string,
  { content }: QuizVersion,
  seed: string,
): Promise<QuizInstance> {
  const questions = await draw({ versionId, content, seed, questionId: null });
  return { questions: [...questions] };
}

/** Null: the quiz has no such question. */
export async function drawOneQuestion(
  versionId: string,
  { content }: QuizVersion,
  seed: string,
  questionId: string,
): Promise<AskedQuestion | null> {
  const [question] = await draw({ versionId, content, seed, questionId });
  return question ?? null;
}

async function draw(task: DrawingTask): Promise<readonly AskedQuestion[]> {
  const threads = drawingThreads();
  try {
    return threads === null
      ? drawQuizInThread(task)
      : await threads.run(task, { signal: AbortSignal.timeout(WALL_CLOCK_MS) });
  } catch (error) {
    throw new AppError('unavailable', 'The questions could not be made.', { cause: error });
  }
}

// Next's development server evaluates modules again after each change; the threads must outlive that.
const held = globalThis as unknown as {
  forkyardQuizThreads?: Piscina<DrawingTask, readonly AskedQuestion[]>;
};

/** Null where nothing was bundled, as in tests: then it is done here. */
function drawingThreads(): Piscina<DrawingTask, readonly AskedQuestion[]> | null {
  if (held.forkyardQuizThreads !== undefined) return held.forkyardQuizThreads;
  const filename = path.join(process.cwd(), 'dist', 'quiz-thread.mjs');
  if (process.env.VITEST !== undefined || !fs.existsSync(filename)) return null;
  const threads = new Piscina<DrawingTask, readonly AskedQuestion[]>({
    filename,
    minThreads: 1,
    maxThreads: 2,
    idleTimeout: 600_000,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    env: {},
  });
  threads.on('error', (error: unknown) => {
    console.error('quiz threads:', error);
  });
  held.forkyardQuizThreads = threads;
  return threads;
}
