import { isAppError } from '@/lib/errors';
import { currentActor } from '@/lib/auth/session';
import { getPracticeQuestion } from '@/lib/data/quiz-practice';
import { questionView } from '../question-view';
import { anotherPracticeQuestion, checkPractice } from './actions';
import { PracticeForm } from './practice-form';

type PracticeQuestionProps = {
  readonly course: string;
  readonly quiz: string;
  readonly question: string;
};

/** A question in the middle of a lesson: answered in place, told at once, and kept by nobody. */
export async function PracticeQuestion({ course, quiz, question }: PracticeQuestionProps) {
  const place = { courseSlug: course, quizSlug: quiz, questionId: question };
  const reader = await currentActor();
  const shown = await getPracticeQuestion(reader, { ...place, variant: 0 }).catch(
    (error: unknown) => {
      // Another version of the quiz was published than the lesson speaks of: the lesson goes on.
      if (isAppError(error, 'not-found')) return null;
      throw error;
    },
  );
  return shown === null ? null : (
    <PracticeForm
      first={questionView(shown)}
      check={checkPractice.bind(null, place)}
      another={anotherPracticeQuestion.bind(null, place)}
    />
  );
}
