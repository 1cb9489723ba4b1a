/** A question as authors write it, and how it is asked: drawn, filled in, computed. */
import { z } from 'zod';
import { assertNever } from '../../abi/assert-never';
import type { AskedQuestion, Form, WorkloadFigure } from './asked';
import { computedValues } from './computed/facts';
import type { Asked } from './computed/program-runs';
import { ExpressionError, type Values } from './drawing/expression';
import { randomFrom } from './drawing/random';
import { filled } from './drawing/template';
import { drawVariables } from './drawing/variables';
import { AskFailure } from './failure';
import { askChoice, multipleSchema, singleSchema } from './kinds/choice';
import type { Draw } from './kinds/draw';
import { askFaultyLine, faultyLineSchema } from './kinds/faulty-line';
import { askGantt, ganttSchema } from './kinds/gantt';
import { askMatching, matchingSchema } from './kinds/matching';
import { askNextDecision, nextDecisionSchema } from './kinds/next-decision';
import { askNumeric, numericSchema } from './kinds/numeric';
import { askOrdering, orderingSchema } from './kinds/ordering';
import {
  askPossibleOutputs,
  askPredictOutput,
  possibleOutputsSchema,
  predictOutputSchema,
} from './kinds/outputs';
import { askProcessTree, processTreeSchema } from './kinds/process-tree';
import { askShortText, shortTextSchema } from './kinds/short-text';
import { askTable, tableSchema } from './kinds/table';
import { slotsOf } from './workload/run-workload';
import { hasOneChart } from './workload/textbook';
import { timeValues } from './workload/times';
import { drawnWorkload, workloadFigure } from './workload/workload';

export const questionSchema = z.discriminatedUnion('kind', [
  singleSchema,
  multipleSchema,
  numericSchema,
  shortTextSchema,
  orderingSchema,
  matchingSchema,
  tableSchema,
  ganttSchema,
  processTreeSchema,
  predictOutputSchema,
  possibleOutputsSchema,
  nextDecisionSchema,
  faultyLineSchema,
]);
export type Question = z.output<typeof questionSchema>;

/** One draw of a question: what students are asked, and all that was drawn and computed for it. */
export interface DrawnQuestion {
  readonly asked: AskedQuestion;
  readonly draw: Draw;
}

export type Drawing =
  | { readonly kind: 'drawn'; readonly drawn: DrawnQuestion }
  /** `redraw`: the draw is to blame, not the author. */
  | { readonly kind: 'failed'; readonly reason: string; readonly redraw: boolean };

const DRAWS_MAX = 100;

/** The first draw from `seed` on that can be asked; deterministic. */
export function drawQuestion(question: Question, seed: string): Drawing {
  let reason = '';
  for (let at = 0; at < DRAWS_MAX; at++) {
    const drawing = drawOnce(question, `${seed}/${question.id}/${at}`);
    if (drawing.kind === 'drawn' || !drawing.redraw) return drawing;
    reason = drawing.reason;
  }
  return {
    kind: 'failed',
    reason: `none of ${DRAWS_MAX} draws can be asked: ${reason}`,
    redraw: false,
  };
}

function drawOnce(question: Question, seed: string): Drawing {
  try {
    return { kind: 'drawn', drawn: askFrom(question, seed) };
  } catch (error) {
    if (error instanceof AskFailure)
      return { kind: 'failed', reason: error.message, redraw: error.redraw };
    if (error instanceof ExpressionError)
      return { kind: 'failed', reason: error.message, redraw: false };
    throw error;
  }
}

function askFrom(question: Question, seed: string): DrawnQuestion {
  const random = randomFrom(seed);
  const drawn = drawVariables(question.variables, question.where, random);
  if (drawn === null) throw new AskFailure(`no draw meets "${question.where ?? ''}"`);
  const program: Asked | null =
    question.program === undefined
      ? null
      : { program: filled(question.program, drawn), stdin: filled(question.stdin, drawn) };
  const chart = chartOf(question, drawn);
  const values: Values = {
    ...drawn,
    ...(chart === null ? {} : timeValues(chart.workload, chart.slots)),
    ...computedValues(question.computed, program, drawn),
  };
  const draw: Draw = { values, random, program, chart };
  const { form, figure, time } = formOf(question, draw);
  const texts: Values = time === null ? values : { ...values, time };
  return {
    draw: { ...draw, values: texts },
    asked: {
      id: question.id,
      kind: question.kind,
      points: question.points,
      prompt: filled(question.prompt, texts),
      program: program?.program ?? null,
      stdin: program?.stdin ?? '',
      workload: figure,
      hints: question.hints.map(({ text, cost }) => ({ text: filled(text, texts), cost })),
      explanation: filled(question.explanation, texts),
      form,
    },
  };
}

function chartOf({ workload: authored }: Question, values: Values): Draw['chart'] {
  if (authored === undefined) return null;
  const workload = drawnWorkload(authored, values);
  if (!hasOneChart(workload))
    throw new AskFailure('the policy leaves open who runs, where two are equal', true);
  return { workload, slots: slotsOf(workload) };
}

interface Formed {
  readonly form: Form;
  readonly figure: WorkloadFigure | null;
  /** The moment that is asked about, for the texts. */
  readonly time: number | null;
}

function formOf(question: Question, draw: Draw): Formed {
  const { chart } = draw;
  const figure = chart === null ? null : workloadFigure(chart.workload);
  if (question.kind !== 'next-decision')
    return { form: plainFormOf(question, draw), figure, time: null };
  const { form, decision } = askNextDecision(draw);
  const { time } = decision;
  return {
    form,
    figure:
      chart === null ? null : workloadFigure(chart.workload, chart.slots.slice(0, decision.time)),
    time,
  };
}

function plainFormOf(question: Exclude<Question, { kind: 'next-decision' }>, draw: Draw): Form {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return askChoice(question, draw);
    case 'numeric':
      return askNumeric(question, draw);
    case 'short-text':
      return askShortText(question, draw);
    case 'ordering':
      return askOrdering(question, draw);
    case 'matching':
      return askMatching(question, draw);
    case 'table':
      return askTable(question, draw);
    case 'gantt':
      return askGantt(draw);
    case 'process-tree':
      return askProcessTree(draw);
    case 'predict-output':
      return askPredictOutput(question, draw);
    case 'possible-outputs':
      return askPossibleOutputs(question, draw);
    case 'faulty-line':
      return askFaultyLine(question, draw);
    default:
      return assertNever(question);
  }
}
