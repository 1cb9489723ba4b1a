/** How answers to a quiz are scored: right, wrong, why, and how many points. */
import { z } from 'zod';
import { assertNever } from '../abi/assert-never';
import { normalizedLines } from './output-text';
import { isPossible, possibleOutputs } from './possible-outputs';
import { programOutput } from './program-output';
import { candidateOptions, identifier, type Question, type Quiz, quizPointsMax } from './quiz';

/**
 * By question id. single: an option's id; multiple and possible-outputs: ids; numeric and predict-output:
 * what was typed.
 */
export const quizAnswersSchema = z.record(
  identifier,
  z.union([z.string().max(20_000), z.array(identifier).max(12)]),
);
export type QuizAnswers = z.output<typeof quizAnswersSchema>;

export interface QuizResult {
  readonly points: number;
  readonly pointsMax: number;
  readonly questions: readonly QuestionResult[];
}

export interface QuestionResult {
  readonly id: string;
  readonly points: number;
  readonly pointsMax: number;
  readonly outcome: 'right' | 'partly' | 'wrong' | 'unanswered';
  /** Markdown: what was wrong with this answer; empty when right. */
  readonly feedback: string;
  /** The right answer as text, or option ids. */
  readonly expected: string | readonly string[];
  /** Markdown. */
  readonly explanation: string;
}

/** Deterministic. Answers to unknown questions or of the wrong form count as unanswered. */
export function scoreQuiz(quiz: Quiz, answers: QuizAnswers): QuizResult {
  const questions = quiz.questions.map((question) => scoreQuestion(question, answers[question.id]));
  return {
    points: questions.reduce((sum, { points }) => sum + points, 0),
    pointsMax: quizPointsMax(quiz),
    questions,
  };
}

interface Judgement {
  /** Of the question's points, 0 to 1. */
  readonly share: number;
  readonly answered: boolean;
  readonly feedback: string;
  readonly expected: string | readonly string[];
}

function scoreQuestion(
  question: Question,
  answer: string | readonly string[] | undefined,
): QuestionResult {
  const { share, answered, feedback, expected } = judge(question, answer);
  return {
    id: question.id,
    points: Math.round(question.points * share * 100) / 100,
    pointsMax: question.points,
    outcome: !answered ? 'unanswered' : share === 1 ? 'right' : share > 0 ? 'partly' : 'wrong',
    feedback,
    expected,
    explanation: question.explanation,
  };
}

function judge(question: Question, answer: string | readonly string[] | undefined): Judgement {
  switch (question.kind) {
    case 'single':
      return judgeSingle(question, typeof answer === 'string' ? answer : undefined);
    case 'multiple':
      return judgeMultiple(question, Array.isArray(answer) ? answer : []);
    case 'numeric':
      return judgeNumeric(question, typeof answer === 'string' ? answer : '');
    case 'predict-output':
      return judgePrediction(question, typeof answer === 'string' ? answer : undefined);
    case 'possible-outputs':
      return judgePossible(question, Array.isArray(answer) ? answer : []);
    default:
      return assertNever(question);
  }
}

function judgeSingle(
  question: Extract<Question, { kind: 'single' }>,
  answer: string | undefined,
): Judgement {
  const right = question.options.filter(({ correct }) => correct).map(({ id }) => id);
  const chosen = question.options.find(({ id }) => id === answer);
  return {
    share: chosen?.correct === true ? 1 : 0,
    answered: chosen !== undefined,
    feedback: chosen === undefined || chosen.correct ? '' : (chosen.why ?? ''),
    expected: right,
  };
}

type Option = Extract<Question, { kind: 'multiple' }>['options'][number];

/** Each wrong choice takes back a right one: choosing everything gains nothing. */
function judgeMultiple(
  { options }: { readonly options: readonly Option[] },
  answer: readonly string[],
): Judgement {
  const right = options.filter(({ correct }) => correct);
  const chosen = options.filter(({ id }) => answer.includes(id));
  const rightlyChosen = chosen.filter(({ correct }) => correct).length;
  const wronglyChosen = chosen.length - rightlyChosen;
  const mistakes = options.filter(({ id, correct }) => answer.includes(id) !== correct);
  return {
    share: Math.max(0, rightlyChosen - wronglyChosen) / right.length,
    answered: chosen.length > 0,
    feedback:
      chosen.length === 0
        ? ''
        : mistakes
            .flatMap(({ text, why }) => (why === undefined ? [] : [`- ${text}: ${why}`]))
            .join('\n'),
    expected: right.map(({ id }) => id),
  };
}

function judgePossible(
  question: Extract<Question, { kind: 'possible-outputs' }>,
  answer: readonly string[],
): Judgement {
  const outputs = possibleOutputs(question);
  if (outputs.kind === 'failed') throw new Error(`question "${question.id}": ${outputs.reason}`);
  const options = candidateOptions(question).map(({ id, text }) => {
    const correct = isPossible(outputs, text);
    const shown = `\`${text.replaceAll('\n', '⏎')}\``;
    const why = correct ? 'can come out.' : 'never comes out, whatever the order.';
    return { id, text: shown, correct, why };
  });
  return judgeMultiple({ options }, answer);
}

function judgeNumeric(question: Extract<Question, { kind: 'numeric' }>, answer: string): Judgement {
  const text = answer.trim().replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  const value = text === '' ? Number.NaN : Number(text);
  const isNumber = Number.isFinite(value);
  return {
    share: isNumber && Math.abs(value - question.answer) <= question.tolerance ? 1 : 0,
    answered: text !== '',
    feedback: text !== '' && !isNumber ? `“${text.slice(0, 40)}” is not a number.` : '',
    expected: `${question.answer}${question.unit === undefined ? '' : ` ${question.unit}`}`,
  };
}

function judgePrediction(
  question: Extract<Question, { kind: 'predict-output' }>,
  answer: string | undefined,
): Judgement {
  const output = programOutput(question);
  if (output.kind === 'failed') throw new Error(`question "${question.id}": ${output.reason}`);
  const expected = normalizedLines(output.text);
  const given = normalizedLines(answer ?? '');
  if (question.match === 'unordered-lines') {
    expected.sort();
    given.sort();
  }
  const wrongAt = expected.findIndex((line, at) => line !== given[at]);
  const right = wrongAt === -1 && given.length === expected.length;
  const feedback = right
    ? ''
    : given.length !== expected.length
      ? `The program prints ${lineCount(expected.length)}, your answer has ${lineCount(given.length)}.`
      : question.match === 'exact'
        ? `Line ${wrongAt + 1} is the first that differs.`
        : 'The lines differ, whatever their order.';
  const answered = answer !== undefined && (answer.trim() !== '' || expected.length === 0);
  return {
    share: right && answered ? 1 : 0,
    answered,
    feedback: answered ? feedback : '',
    expected: output.text,
  };
}

function lineCount(count: number): string {
  return count === 1 ? 'one line' : `${count} lines`;
}
