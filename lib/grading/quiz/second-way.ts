/**
 * Every computed answer by a second, independent way: what the author says must hold (`agrees`), scheduling on
 * paper instead of by the kernel, the search of traces instead of that of states, and the programs on a real
 * Linux where the caller has one. For `forkyard check`; nothing here is needed to ask or to score.
 */
import { sameShape, shapeSize, type TreeShape } from '../../trace/tree-shape';
import { explore } from '../../explorer/explore';
import { encodeUtf8 } from '../../abi/utf8';
import { normalizedLines } from '../output-text';
import { exploredMachine, exploredProgram } from '../run';
import { askedQuestionSchema, type AskedQuestion, type FormOf } from './asked';
import { type Asked, imageOf, outputsOf, treeOf } from './computed/program-runs';
import { remembered } from './computed/remembered';
import { evaluateCondition, ExpressionError } from './drawing/expression';
import { filled } from './drawing/template';
import { expectedAnswer } from './expected';
import { judge } from './judge';
import type { DrawnQuestion, Question } from './question';
import { textbookSlots } from './workload/textbook';

/** A computer that runs C programs itself. Null: it can't tell. */
export interface NativeMachine {
  /** What it prints into a pipe. */
  output(asked: Asked): string | null;
  tree(asked: Asked): TreeShape | null;
  /** Lines at which the sanitizers of the compiler stop it. */
  faultyLines(asked: Asked): readonly number[] | null;
}

/** One sentence for each way that does not agree with the answer. */
export function disagreements(
  question: Question,
  { asked, draw }: DrawnQuestion,
  native: NativeMachine | null,
): readonly string[] {
  const found: string[] = [...selfContradictions(asked)];
  if (question.agrees !== undefined) {
    const holds = conditionOf(question.agrees, draw.values);
    if (holds !== true)
      found.push(`"${question.agrees}" ${holds === false ? 'does not hold' : holds}`);
  }
  if (draw.chart !== null) {
    const { workload, slots } = draw.chart;
    const onPaper = textbookSlots(workload).join(' ');
    if (onPaper !== slots.join(' '))
      found.push(`on paper the chart is ${onPaper}, by the kernel ${slots.join(' ')}`);
  }
  for (const { program, needs } of programsOf(question, draw))
    found.push(...programDisagreements(program, needs, native));
  if (asked.form.form === 'line' && question.kind === 'faulty-line' && draw.program !== null)
    found.push(...lineDisagreements(question.found, draw.program, asked.form, native));
  return found;
}

/** The right answer must get everything, and no wrong option anything; what is kept must be read again. */
function selfContradictions(asked: AskedQuestion): readonly string[] {
  const found: string[] = [];
  const { form } = asked;
  const expected = expectedAnswer(form);
  const answer =
    (form.form === 'choice' && !form.many) || form.form === 'line'
      ? (Object.values(expected)[0] ?? '')
      : expected;
  if (judge(form, answer).share !== 1) found.push('its own answer is not judged right');
  const texts = [asked.prompt, asked.explanation, ...asked.hints.map(({ text }) => text)];
  if (texts.some((text) => text.includes('{{'))) found.push('a place in its text is not filled');
  if (form.form === 'choice')
    for (const { id, correct } of form.options)
      if (!correct && judge(form, form.many ? [id] : id).share > 0)
        found.push(`the wrong option "${id}" gives points`);
  if (form.form === 'number')
    for (const { value } of form.mistakes)
      if (judge(form, `${value} ${form.unitBy === 'given' ? '' : form.unit}`).share > 0)
        found.push(`the mistake ${value} is judged right`);
  if (!askedQuestionSchema.safeParse(JSON.parse(JSON.stringify(asked))).success)
    found.push('it can not be kept');
  return found;
}

function conditionOf(text: string, values: DrawnQuestion['draw']['values']): boolean | string {
  try {
    return evaluateCondition(text, values);
  } catch (error) {
    if (error instanceof ExpressionError) return error.message;
    throw error;
  }
}

interface Needs {
  readonly tree: boolean;
  readonly outputs: boolean;
}

const TREE_FACTS: readonly string[] = ['processes', 'children', 'generations'];

function programsOf(
  question: Question,
  draw: DrawnQuestion['draw'],
): readonly { readonly program: Asked; readonly needs: Needs }[] {
  const computed = Object.values(question.computed).flatMap((wanted) => {
    const fact = typeof wanted === 'string' ? wanted : wanted.of;
    const program =
      typeof wanted === 'string'
        ? draw.program
        : { program: filled(wanted.program, draw.values), stdin: wanted.stdin };
    if (program === null || fact === 'exit-status') return [];
    const tree = TREE_FACTS.includes(fact);
    return [{ program, needs: { tree, outputs: !tree } }];
  });
  if (draw.program === null) return computed;
  const needs: Needs = {
    tree: question.kind === 'process-tree',
    outputs:
      question.kind === 'possible-outputs' ||
      (question.kind === 'predict-output' && question.schedule === undefined),
  };
  return [...computed, { program: draw.program, needs }];
}

function programDisagreements(
  asked: Asked,
  { tree, outputs }: Needs,
  native: NativeMachine | null,
): readonly string[] {
  const found: string[] = [];
  if (tree) {
    const here = treeOf(asked);
    const there = native?.tree(asked) ?? null;
    if (there !== null && !sameShape(here, there))
      found.push(
        `on Linux the tree is another one: ${shapeSize(there)} processes, here ${shapeSize(here)}`,
      );
  }
  if (outputs) {
    const here = outputsOf(asked);
    const byTraces = outputsByTraces(asked);
    if (byTraces !== null && byTraces.join('\0') !== here.join('\0'))
      found.push(
        `the search of traces finds ${byTraces.length} outputs, that of states ${here.length}`,
      );
    const there = native?.output(asked) ?? null;
    if (there !== null && !here.includes(normalizedLines(there).join('\n')))
      found.push(`Linux prints ${JSON.stringify(there)}, which should not be possible`);
  }
  return found;
}

const TRACE_TRANSITIONS_MAX = 30_000;

/** Null: too many to be searched in this way. */
const outputsByTraces = remembered((asked: Asked): readonly string[] | null => {
  const { complete, outputs } = explore({
    program: exploredProgram(imageOf(asked), [], encodeUtf8(asked.stdin)),
    machine: exploredMachine({ instructionsMax: 10_000_000 }),
    mode: 'traces',
    bounds: { transitions: TRACE_TRANSITIONS_MAX },
  });
  if (!complete) return null;
  return [...new Set(outputs.map(({ stdout }) => normalizedLines(stdout).join('\n')))].sort();
});

function lineDisagreements(
  how: 'running' | 'exploring',
  asked: Asked,
  { lines }: FormOf<'line'>,
  native: NativeMachine | null,
): readonly string[] {
  if (how === 'exploring' || native === null) return [];
  const there = native.faultyLines(asked);
  if (there === null || there.some((line) => lines.includes(line))) return [];
  return [
    `the sanitizers of the compiler stop at line ${there.join(', ')}, here it is ${lines.join(', ')}`,
  ];
}
