/** What a student may see of a question before it is answered: nothing of the right answer. */
import { assertNever } from '../../abi/assert-never';
import type { AskedQuestion, Form, WorkloadFigure } from './asked';

type Item = { readonly id: string; readonly text: string };

export type ShownForm =
  | {
      readonly form: 'choice';
      readonly many: boolean;
      readonly shown: 'text' | 'output';
      readonly options: readonly Item[];
    }
  | {
      readonly form: 'number';
      /** Stands after the number; empty where it is chosen or typed, or there is none. */
      readonly unit: string;
      readonly unitBy: 'given' | 'chosen' | 'typed';
      readonly units: readonly string[];
    }
  | { readonly form: 'text' | 'tree' }
  | { readonly form: 'output'; readonly unordered: boolean }
  | { readonly form: 'order'; readonly items: readonly Item[] }
  | { readonly form: 'match'; readonly left: readonly Item[]; readonly right: readonly Item[] }
  | {
      readonly form: 'table';
      readonly corner: string;
      readonly columns: readonly string[];
      /** A cell with a text is given; null is to be filled. */
      readonly rows: readonly {
        readonly label: string;
        readonly cells: readonly (string | null)[];
      }[];
    }
  | {
      readonly form: 'gantt';
      readonly processes: readonly string[];
      readonly unit: string;
      readonly length: number;
    }
  | { readonly form: 'line' };

export interface ShownQuestion {
  readonly id: string;
  readonly kind: string;
  readonly points: number;
  readonly prompt: string;
  readonly program: string | null;
  readonly stdin: string;
  readonly workload: WorkloadFigure | null;
  /** What each hint costs, as a share of the points; its text is asked for. */
  readonly hintCosts: readonly number[];
  readonly form: ShownForm;
}

export function shownQuestion(question: AskedQuestion): ShownQuestion {
  const { id, kind, points, prompt, program, stdin, workload, hints, form } = question;
  return {
    id,
    kind,
    points,
    prompt,
    program,
    stdin,
    workload,
    hintCosts: hints.map(({ cost }) => cost),
    form: shownForm(form),
  };
}

function shownForm(form: Form): ShownForm {
  switch (form.form) {
    case 'choice':
      return {
        form: 'choice',
        many: form.many,
        shown: form.shown,
        options: form.options.map(item),
      };
    case 'number':
      return {
        form: 'number',
        unit: form.unitBy === 'given' ? form.unit : '',
        unitBy: form.unitBy,
        units: form.unitBy === 'chosen' ? form.units.map(({ unit }) => unit) : [],
      };
    case 'text':
    case 'tree':
    case 'line':
      return { form: form.form };
    case 'output':
      return { form: 'output', unordered: form.unordered };
    case 'order':
      return { form: 'order', items: form.items.map(item) };
    case 'match':
      return { form: 'match', left: form.left.map(item), right: form.right.map(item) };
    case 'table':
      return {
        form: 'table',
        corner: form.corner,
        columns: form.columns,
        rows: form.rows.map(({ label, cells }) => ({
          label,
          cells: cells.map((cell) => ('given' in cell ? cell.given : null)),
        })),
      };
    case 'gantt': {
      const { processes, unit, slots } = form;
      return { form: 'gantt', processes, unit, length: slots.length };
    }
    default:
      return assertNever(form);
  }
}

function item({ id, text }: Item): Item {
  return { id, text };
}

/** Names a cell in an answer to a table. */
export function cellName(row: number, column: number): string {
  return `${row + 1}.${column + 1}`;
}
