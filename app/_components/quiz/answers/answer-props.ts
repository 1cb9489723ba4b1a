import type { Answer } from '@/lib/grading/quiz/answers';

export type AnswerProps = {
  /** The element with the question's text. */
  readonly labelledBy: string;
  readonly value: Answer | undefined;
  readonly onChange: (value: Answer) => void;
};
