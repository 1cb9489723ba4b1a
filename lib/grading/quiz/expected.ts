/** A right answer, as a student would have given it. */
import { assertNever } from '../../abi/assert-never';
import type { Answer } from './answers';
import type { Form } from './asked';
import { cellName } from './shown';

export function expectedAnswer(form: Form): Answer {
  switch (form.form) {
    case 'choice':
      return form.options.filter(({ correct }) => correct).map(({ id }) => id);
    case 'number': {
      const value = String(Math.round(form.value * 10_000) / 10_000);
      return form.unit === '' ? value : `${value} ${form.unit}`;
    }
    case 'text':
      return form.accepted[0] ?? '';
    case 'output':
      return form.outputs[0] ?? '';
    case 'order':
      return form.right;
    case 'match':
      return Object.fromEntries(form.left.map(({ id, partner }) => [id, partner]));
    case 'table':
      return Object.fromEntries(
        form.rows.flatMap(({ cells }, row) =>
          cells.flatMap((cell, column) =>
            'given' in cell ? [] : [[cellName(row, column), cell.value] as const],
          ),
        ),
      );
    case 'gantt':
      return form.slots;
    case 'tree':
      return form.tree;
    case 'line':
      return form.lines.map(String);
    default:
      return assertNever(form);
  }
}
