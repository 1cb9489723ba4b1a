/** A table with cells to fill: of any kind, or the times of a workload. */
import { z } from 'zod';
import type { FormOf } from '../asked';
import { type Value, valueText, evaluate } from '../drawing/expression';
import { timesOf } from '../workload/times';
import { AskFailure } from '../failure';
import { common } from './common';
import { chartOf, type Draw, fill } from './draw';

const cellSchema = z.union([
  /** Given, with places. */
  z.string().max(300),
  z.number(),
  z.strictObject({
    /** To be filled: an expression, or a text. */
    answer: z.union([z.number(), z.string().min(1).max(500)]).optional(),
    text: z.string().min(1).max(200).optional(),
    tolerance: z.number().min(0).default(0),
    why: z.string().max(2000).optional(),
  }),
]);

const TIMES = ['start', 'end', 'waiting', 'turnaround', 'response'] as const;

export const tableSchema = z
  .strictObject({
    ...common,
    kind: z.literal('table'),
    corner: z.string().max(60).default(''),
    columns: z.array(z.string().min(1).max(100)).min(1).max(8).optional(),
    rows: z
      .array(
        z.strictObject({ label: z.string().min(1).max(200), cells: z.array(cellSchema).min(1) }),
      )
      .min(1)
      .max(15)
      .optional(),
    /** Instead: a row for each process of the workload, with these of its times. */
    times: z.array(z.enum(TIMES)).min(1).max(5).optional(),
  })
  .superRefine(({ columns, rows, times, workload }, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', message });
    if (times !== undefined) {
      if (workload === undefined || columns !== undefined || rows !== undefined)
        say('times belong to a workload, and go without columns and rows');
    } else if (columns === undefined || rows === undefined) say('columns and rows are missing');
    else if (rows.some(({ cells }) => cells.length !== columns.length))
      say('each row has as many cells as there are columns');
    else if (!rows.some(({ cells }) => cells.some((cell) => typeof cell === 'object')))
      say('no cell is to be filled');
  });

const TIME_TITLES: Readonly<Record<(typeof TIMES)[number], string>> = {
  start: 'first runs at',
  end: 'ends at',
  waiting: 'waiting time',
  turnaround: 'turnaround time',
  response: 'response time',
};

const TIME_RULES: Readonly<Record<(typeof TIMES)[number], string>> = {
  start: '',
  end: '',
  waiting: 'Waiting is turnaround without the time on the processor.',
  turnaround: 'Turnaround goes from arrival to end.',
  response: 'Response goes from arrival to the first time on the processor.',
};

export function askTable(question: z.output<typeof tableSchema>, draw: Draw): FormOf<'table'> {
  const { corner, columns = [], rows = [], times } = question;
  if (times !== undefined) {
    const { workload, slots } = chartOf(draw);
    return {
      form: 'table',
      corner: 'process',
      columns: times.map((time) => `${TIME_TITLES[time]} (${workload.unit})`),
      rows: timesOf(workload, slots).map((each) => ({
        label: each.name,
        cells: times.map((time) => ({
          value: String(each[time]),
          tolerance: 0,
          why: TIME_RULES[time],
        })),
      })),
    };
  }
  return {
    form: 'table',
    corner: fill(corner, draw),
    columns: columns.map((title) => fill(title, draw)),
    rows: rows.map(({ label, cells }) => ({
      label: fill(label, draw),
      cells: cells.map((cell) => askCell(cell, draw)),
    })),
  };
}

function askCell(
  cell: z.output<typeof cellSchema>,
  draw: Draw,
): FormOf<'table'>['rows'][number]['cells'][number] {
  if (typeof cell === 'number') return { given: String(cell) };
  if (typeof cell === 'string') return { given: fill(cell, draw) };
  const why = fill(cell.why, draw);
  if (cell.text !== undefined) return { value: fill(cell.text, draw), tolerance: null, why };
  if (cell.answer === undefined) throw new AskFailure('a cell has neither answer nor text');
  const value: Value =
    typeof cell.answer === 'number' ? cell.answer : evaluate(cell.answer, draw.values);
  return {
    value: valueText(value),
    tolerance: typeof value === 'number' ? cell.tolerance : null,
    why,
  };
}
