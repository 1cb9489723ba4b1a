import { BookOpen, ListChecks, SquareTerminal } from 'lucide-react';

export const KINDS = {
  lesson: { name: 'Lesson', Icon: BookOpen },
  quiz: { name: 'Quiz', Icon: ListChecks },
  exercise: { name: 'Exercise', Icon: SquareTerminal },
} as const;
