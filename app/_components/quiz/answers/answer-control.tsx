'use client';

import { assertNever } from '@/lib/abi/assert-never';
import type { FormView } from '../question-view';
import type { AnswerProps } from './answer-props';
import { ChoiceAnswer } from './choice-answer';
import { GanttAnswer } from './gantt-answer';
import { LineAnswer } from './line-answer';
import { MatchAnswer } from './match-answer';
import { NumberAnswer } from './number-answer';
import { OrderAnswer } from './order-answer';
import { TableAnswer } from './table-answer';
import { OutputAnswer, TextAnswer } from './text-answer';
import { TreeAnswer } from './tree-answer';

type AnswerControlProps = AnswerProps & { readonly answer: FormView };

/** Where a question is answered, whatever its form; each can be used with the keyboard alone. */
export function AnswerControl({ answer, ...props }: AnswerControlProps) {
  switch (answer.form) {
    case 'choice':
      return <ChoiceAnswer {...props} many={answer.many} options={answer.options} />;
    case 'number':
      return <NumberAnswer {...props} {...answer} />;
    case 'text':
      return <TextAnswer {...props} />;
    case 'output':
      return <OutputAnswer {...props} unordered={answer.unordered} />;
    case 'order':
      return <OrderAnswer {...props} items={answer.items} />;
    case 'match':
      return <MatchAnswer {...props} left={answer.left} right={answer.right} />;
    case 'table':
      return <TableAnswer {...props} {...answer} />;
    case 'gantt':
      return <GanttAnswer {...props} {...answer} />;
    case 'tree':
      return <TreeAnswer {...props} />;
    case 'line':
      return <LineAnswer {...props} lines={answer.lines} />;
    default:
      return assertNever(answer);
  }
}
