import type { Actor } from '../auth/actor';

export type GradebookItem = {
  readonly kind: 'quiz' | 'exercise';
  readonly slug: string;
  readonly title: string;
  readonly dueAt: Date | null;
  readonly pointsMax: number;
};

export type GradebookCell = {
  /** Best so far; null before the first graded attempt. */
  readonly best: { readonly points: number; readonly pointsMax: number } | null;
  /** Graded attempts. */
  readonly attempts: number;
  /** Received and not graded yet. */
  readonly pending: number;
  /** Could not be graded through a fault of ours. */
  readonly failed: number;
  readonly latestAt: Date | null;
  /** The submission behind `best`; null for quizzes. */
  readonly bestSubmissionId: string | null;
};

export type GradebookRow = {
  readonly student: { readonly userId: string; readonly name: string; readonly email: string };
  /** In the order of `items`. */
  readonly cells: readonly GradebookCell[];
  readonly points: number;
  readonly pointsMax: number;
};

export type Gradebook = {
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly items: readonly GradebookItem[];
  /** By name. */
  readonly rows: readonly GradebookRow[];
};

declare function gradebookT(instructor: Actor, courseSlug: string): Promise<Gradebook>;
declare function csvT(instructor: Actor, courseSlug: string): Promise<{ readonly filename: string; readonly csv: string }>;

/** Instructors of the course only. */
export const getGradebook: typeof gradebookT = async () => Promise.reject(new Error('to come'));
export const getGradebookCsv: typeof csvT = async () => Promise.reject(new Error('to come'));
