import { describe, expect, it } from 'vitest';
import { quizInstance, quizProblems, shownQuestions } from './instance';
import { parseQuiz, type Quiz } from './quiz';
import type { QuizAnswers } from './answers';
import { scoreQuiz as scoreInstance } from './score';

const text = `
title: T
summary: S
questions:
  - id: one
    kind: single
    prompt: P
    options:
      - { id: a, text: A, correct: true }
      - { id: b, text: B, why: because }
    explanation: E1
  - id: many
    kind: multiple
    points: 2
    prompt: P
    options:
      - { id: a, text: A, correct: true }
      - { id: b, text: B, correct: true }
      - { id: c, text: C, why: not this }
    explanation: E2
  - { id: number, kind: numeric, prompt: P, answer: 2.5, tolerance: 0.1, explanation: E3 }
  - id: output
    kind: predict-output
    points: 2
    prompt: P
    program: |
      #include <stdio.h>
      int main(void) { printf("%d\\n%d\\n", 6 * 7, 1); return 0; }
    explanation: E4
`;

function quiz(): Quiz {
  const parsed = parseQuiz('try', text);
  if (parsed.kind !== 'quiz') throw new Error(parsed.problems.join());
  return parsed.quiz;
}

function scoreQuiz(of: Quiz, answers: QuizAnswers) {
  return scoreInstance(quizInstance(of, 'seed'), answers);
}

function quizForStudent(of: Quiz) {
  return { questions: shownQuestions(quizInstance(of, 'seed')) };
}

function outcomes(answers: QuizAnswers) {
  return scoreQuiz(quiz(), answers).questions.map(({ outcome, points }) => [outcome, points]);
}

describe('a quiz', () => {
  it('gives full points for right answers, the output computed by the machine', () => {
    const result = scoreQuiz(quiz(), {
      one: 'a',
      many: ['b', 'a'],
      number: ' 2,45 ',
      output: '42\n1',
    });
    expect(result.points).toBe(6);
    expect(result.pointsMax).toBe(6);
    expect(result.questions.map(({ expected }) => expected)).toEqual([
      ['a'],
      ['a', 'b'],
      '2.5',
      '42\n1',
    ]);
  });

  it('takes a right choice back for each wrong one', () => {
    expect(outcomes({ many: ['a'] })[1]).toEqual(['partly', 1]);
    expect(outcomes({ many: ['a', 'c'] })[1]).toEqual(['wrong', 0]);
    expect(outcomes({ many: ['a', 'b', 'c'] })[1]).toEqual(['partly', 1]);
  });

  it('tells unanswered from wrong, and why a wrong answer is wrong', () => {
    expect(outcomes({})).toEqual([
      ['unanswered', 0],
      ['unanswered', 0],
      ['unanswered', 0],
      ['unanswered', 0],
    ]);
    const { questions } = scoreQuiz(quiz(), { one: 'b', number: 'two', output: '42\n2' });
    expect(questions[0]?.feedback).toBe('because');
    expect(questions[2]?.feedback).toBe('“two” is not a number.');
    expect(questions[3]?.feedback).toBe('Line 2 is the first that differs.');
  });

  it('takes answers of the wrong form for none', () => {
    expect(outcomes({ one: ['a'], many: 'a', number: ['x'], nothing: 'x' })[0]).toEqual([
      'unanswered',
      0,
    ]);
  });

  it('shows students neither answers nor explanations', () => {
    expect(JSON.stringify(quizForStudent(quiz()))).not.toMatch(/correct|because|E1|2\.5|expl/);
  });

  describe('with possible outputs', () => {
    const puzzle = `
title: T
summary: S
questions:
  - id: race
    kind: possible-outputs
    points: 2
    prompt: P
    program: |
      #include <unistd.h>
      int main(void) { write(1, fork() == 0 ? "a" : "b", 1); return 0; }
    candidates: ["ab", "ba", "aa"]
    explanation: E
`;

    function puzzleQuiz(from = puzzle): Quiz {
      const parsed = parseQuiz('try', from);
      if (parsed.kind !== 'quiz') throw new Error(parsed.problems.join());
      return parsed.quiz;
    }

    it('knows which are possible without being told', () => {
      expect(scoreQuiz(puzzleQuiz(), { race: ['output-1', 'output-2'] })).toMatchObject({
        points: 2,
        questions: [{ outcome: 'right', expected: ['output-1', 'output-2'] }],
      });
      expect(scoreQuiz(puzzleQuiz(), { race: ['output-1', 'output-3'] })).toMatchObject({
        points: 0,
        questions: [{ feedback: expect.stringContaining('never comes out') }],
      });
    });

    it('shows students the candidates, not the answer', () => {
      expect(quizForStudent(puzzleQuiz()).questions[0]).toMatchObject({
        kind: 'possible-outputs',
        form: { options: [{ id: 'output-1', text: 'ab' }, { text: 'ba' }, { text: 'aa' }] },
      });
    });

    it('complains of a puzzle without a possible answer, and of a program that gets stuck', () => {
      expect(quizProblems(puzzleQuiz())).toEqual([]);
      expect(quizProblems(puzzleQuiz(puzzle.replace('["ab", "ba", "aa"]', '["a", "b"]')))).toEqual([
        expect.stringContaining('none of the candidates'),
      ]);
      expect(quizProblems(puzzleQuiz(puzzle.replace('return 0;', 'pause();')))).toEqual([
        expect.stringContaining('does not always end well'),
      ]);
    });
  });

  it('that is broken says where', () => {
    const twoRight = text.replace(
      '{ id: b, text: B, why: because }',
      '{ id: b, text: B, correct: true }',
    );
    expect(parseQuiz('try', twoRight)).toMatchObject({
      kind: 'broken',
      problems: [expect.stringContaining('questions.0.options')],
    });
    const broken = parseQuiz('try', text.replace('int main', 'int mian('));
    expect(broken.kind === 'quiz' ? quizProblems(broken.quiz) : []).toEqual([
      expect.stringContaining('question "output": the program does not compile'),
    ]);
  });
});
