import { Clock, Gauge, Tag } from 'lucide-react';
import { assertNever } from '@/lib/abi/assert-never';
import type { Difficulty, PublicExercise } from '@/lib/grading/exercise';

type ExerciseFactsProps = {
  readonly exercise: Pick<PublicExercise, 'difficulty' | 'minutes' | 'topics'>;
};

/** How hard it is, how long it takes and what it is about, as far as the author says. */
export function ExerciseFacts({ exercise: { difficulty, minutes, topics } }: ExerciseFactsProps) {
  if (difficulty === null && minutes === null && topics.length === 0) return null;
  return (
    <ul
      aria-label="About this exercise"
      className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted [&_svg]:size-4 [&_svg]:shrink-0"
    >
      {difficulty !== null && (
        <li className="flex items-center gap-1.5">
          <Gauge aria-hidden />
          {difficultyText(difficulty)}
        </li>
      )}
      {minutes !== null && (
        <li className="flex items-center gap-1.5">
          <Clock aria-hidden />
          about {minutes} {minutes === 1 ? 'minute' : 'minutes'}
        </li>
      )}
      {topics.length > 0 && (
        <li className="flex items-center gap-1.5">
          <Tag aria-hidden />
          {topics.join(', ')}
        </li>
      )}
    </ul>
  );
}

function difficultyText(difficulty: Difficulty): string {
  switch (difficulty) {
    case 'easy':
      return 'Easy';
    case 'medium':
      return 'Medium';
    case 'hard':
      return 'Hard';
    default:
      return assertNever(difficulty);
  }
}
