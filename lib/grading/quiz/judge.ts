/** How an answer is judged: its share of the points, what to say about it, and about each of its parts. */
import { assertNever } from '../../abi/assert-never';
import { sameShape, shapeSize } from '../../trace/tree-shape';
import { normalizedLines } from '../output-text';
import type { Answer } from './answers';
import type { Form, FormOf } from './asked';
import { commonSize, treeFromText } from './drawn-tree';
import { listAnswer, recordAnswer, textAnswer } from './given';
import { readNumber } from './numbers';
import { adjacentPairs, longestCommonSubsequence } from './sequences';
import { cellName } from './shown';
import { IDLE } from './slots';

export interface JudgedPart {
  /** An option's or item's id, a cell's name, a unit of time, a line. */
  readonly id: string;
  readonly right: boolean;
  /** Markdown; may be empty. */
  readonly note: string;
}

export interface Judgement {
  /** Of the question's points, 0 to 1. */
  readonly share: number;
  readonly answered: boolean;
  /** Markdown: what was wrong; empty when right. */
  readonly feedback: string;
  readonly parts: readonly JudgedPart[];
}

const UNANSWERED: Judgement = { share: 0, answered: false, feedback: '', parts: [] };

/** An answer of the wrong form counts as none. */
export function judge(form: Form, answer: Answer | undefined): Judgement {
  switch (form.form) {
    case 'choice':
      return form.many ? judgeMany(form, listAnswer(answer)) : judgeOne(form, textAnswer(answer));
    case 'number':
      return judgeNumber(form, textAnswer(answer));
    case 'text':
      return judgeText(form, textAnswer(answer));
    case 'output':
      return judgeOutput(form, typeof answer === 'string' ? answer : undefined);
    case 'order':
      return judgeOrder(form, listAnswer(answer));
    case 'match':
      return judgeMatch(form, recordAnswer(answer));
    case 'table':
      return judgeTable(form, recordAnswer(answer));
    case 'gantt':
      return judgeGantt(form, listAnswer(answer));
    case 'tree':
      return judgeTree(form, textAnswer(answer));
    case 'line':
      return judgeLine(form, textAnswer(answer));
    default:
      return assertNever(form);
  }
}

function judgeOne({ options }: FormOf<'choice'>, answer: string): Judgement {
  const chosen = options.find(({ id }) => id === answer);
  if (chosen === undefined) return UNANSWERED;
  const { id, correct, why } = chosen;
  return {
    share: correct ? 1 : 0,
    answered: true,
    feedback: correct ? '' : why,
    parts: [{ id, right: correct, note: correct ? '' : why }],
  };
}

/** Each wrong choice takes back a right one: choosing everything gains nothing. */
function judgeMany({ options, shown }: FormOf<'choice'>, answer: readonly string[]): Judgement {
  const chosen = options.filter(({ id }) => answer.includes(id));
  if (chosen.length === 0) return UNANSWERED;
  const right = options.filter(({ correct }) => correct);
  const rightlyChosen = chosen.filter(({ correct }) => correct).length;
  const wronglyChosen = chosen.length - rightlyChosen;
  const mistakes = options.filter(({ id, correct }) => answer.includes(id) !== correct);
  return {
    share: Math.max(0, rightlyChosen - wronglyChosen) / right.length,
    answered: true,
    feedback: mistakes
      .flatMap(({ text, why }) =>
        why === ''
          ? []
          : [`- ${shown === 'output' ? `\`${text.replaceAll('\n', '⏎')}\`` : text}: ${why}`],
      )
      .join('\n'),
    parts: options.map(({ id, correct, why }) => {
      const isRight = answer.includes(id) === correct;
      return { id, right: isRight, note: isRight ? '' : why };
    }),
  };
}

function judgeNumber(form: FormOf<'number'>, answer: string): Judgement {
  if (answer.trim() === '') return UNANSWERED;
  const wrong = (feedback: string): Judgement => ({ ...UNANSWERED, answered: true, feedback });
  const read = readNumber(answer);
  if (read === null) return wrong(`“${answer.trim().slice(0, 40)}” is not a number.`);
  let { value } = read;
  if (form.unitBy !== 'given') {
    const known = form.units.find(({ unit }) => unit === read.unit);
    if (read.unit === '') return wrong('The unit is missing.');
    if (known === undefined) return wrong(`“${read.unit.slice(0, 20)}” is not the unit of this.`);
    value *= known.factor;
  } else if (read.unit !== '' && read.unit !== form.unit)
    return wrong(`“${answer.trim().slice(0, 40)}” is not a number.`);
  const isNear = (key: { readonly value: number; readonly tolerance: number }) =>
    // What a calculation in binary fractions adds is no mistake.
    Math.abs(value - key.value) <= key.tolerance + Math.abs(key.value) * 1e-9;
  if (isNear(form)) return { share: 1, answered: true, feedback: '', parts: [] };
  return wrong(form.mistakes.find(isNear)?.why ?? '');
}

function judgeText(form: FormOf<'text'>, answer: string): Judgement {
  const given = folded(answer, form);
  if (given === '') return UNANSWERED;
  const isRight =
    form.accepted.some((text) => folded(text, form) === given) ||
    (form.pattern !== null &&
      new RegExp(`^(?:${form.pattern})$`, form.ignoreCase ? 'iu' : 'u').test(given));
  const mistake = form.mistakes.find(({ text }) => folded(text, form) === given);
  return {
    share: isRight ? 1 : 0,
    answered: true,
    feedback: isRight ? '' : (mistake?.why ?? ''),
    parts: [],
  };
}

/** Blanks at both ends never count. */
export function folded(
  text: string,
  fold: { readonly ignoreCase: boolean; readonly ignoreSpace: boolean },
): string {
  const spaced = fold.ignoreSpace ? text.replace(/\s+/g, '') : text.trim().replace(/\s+/g, ' ');
  return fold.ignoreCase ? spaced.toLowerCase() : spaced;
}

function judgeOutput(form: FormOf<'output'>, answer: string | undefined): Judgement {
  const { outputs, unordered } = form;
  const isNothing = outputs.includes('');
  if (answer === undefined || (answer.trim() === '' && !isNothing)) return UNANSWERED;
  const sorted = (lines: readonly string[]) => (unordered ? lines.toSorted() : lines);
  const given = sorted(normalizedLines(answer));
  const possible = outputs.map((text) => sorted(normalizedLines(text)));
  const isSame = (lines: readonly string[]) =>
    lines.length === given.length && lines.every((line, at) => line === given[at]);
  if (possible.some(isSame)) return { share: 1, answered: true, feedback: '', parts: [] };
  return {
    share: 0,
    answered: true,
    feedback: outputFeedback(given, possible, unordered),
    parts: [],
  };
}

function outputFeedback(
  given: readonly string[],
  possible: readonly (readonly string[])[],
  unordered: boolean,
): string {
  const lengths = [...new Set(possible.map(({ length }) => length))].sort((a, b) => a - b);
  if (!lengths.includes(given.length)) {
    const counts = lengths.map((length) => (length === 1 ? 'one line' : `${length} lines`));
    const own = given.length === 1 ? 'one' : String(given.length);
    return `The program prints ${counts.join(' or ')}, your answer has ${own}.`;
  }
  if (unordered) return 'The lines differ, whatever their order.';
  // How far the answer goes along with the output that it goes along with longest.
  const along = possible.map((lines) => {
    const differsAt = given.findIndex((line, at) => line !== lines[at]);
    return differsAt === -1 ? given.length : differsAt;
  });
  const line = Math.max(...along) + 1;
  return possible.length === 1
    ? `Line ${line} is the first that differs.`
    : `Up to line ${line - 1} it can come out like this; no run goes on with your line ${line}.`;
}

function judgeOrder(form: FormOf<'order'>, answer: readonly string[]): Judgement {
  const known = new Set(form.right);
  const given = answer.filter((id, at) => known.has(id) && answer.indexOf(id) === at);
  if (given.length === 0) return UNANSWERED;
  const isRight =
    given.length === form.right.length && form.right.every((id, at) => id === given[at]);
  const length = form.right.length;
  const textOf = (id: string) => form.items.find((item) => item.id === id)?.text ?? id;
  const first = form.right.findIndex((id, at) => id !== given[at]);
  const rightFirst = form.right[first];
  return {
    share: isRight ? 1 : partialOrder(form, given, length),
    answered: true,
    feedback:
      isRight || rightFirst === undefined
        ? ''
        : `Place ${first + 1} is the first that differs: “${textOf(rightFirst)}” belongs there.`,
    parts: given.map((id, at) => ({ id, right: form.right[at] === id, note: '' })),
  };
}

/** One in the right place is no order yet: what any order has for nothing is taken off. */
function partialOrder(
  { right, partial }: FormOf<'order'>,
  given: readonly string[],
  length: number,
): number {
  if (partial === 'none' || length < 2) return 0;
  return partial === 'pairs'
    ? adjacentPairs(right, given) / (length - 1)
    : Math.max(0, longestCommonSubsequence(right, given) - 1) / (length - 1);
}

function judgeMatch(
  { left }: FormOf<'match'>,
  answer: Readonly<Record<string, string>>,
): Judgement {
  const given = left.filter(({ id }) => (answer[id] ?? '') !== '');
  if (given.length === 0) return UNANSWERED;
  const parts = given.map(({ id, partner, why }) => {
    const isRight = answer[id] === partner;
    return { id, right: isRight, note: isRight ? '' : why };
  });
  const rightCount = parts.filter(({ right }) => right).length;
  return {
    share: rightCount / left.length,
    answered: true,
    feedback:
      rightCount === left.length ? '' : `${rightCount} of ${left.length} are matched rightly.`,
    parts,
  };
}

function judgeTable(
  { rows }: FormOf<'table'>,
  answer: Readonly<Record<string, string>>,
): Judgement {
  const parts: JudgedPart[] = [];
  rows.forEach(({ cells }, row) =>
    cells.forEach((cell, column) => {
      if ('given' in cell) return;
      const id = cellName(row, column);
      const given = answer[id] ?? '';
      const isRight = isRightCell(cell.value, cell.tolerance, given);
      parts.push({ id, right: isRight, note: isRight || given.trim() === '' ? '' : cell.why });
    }),
  );
  if (parts.every(({ id }) => (answer[id] ?? '').trim() === '')) return UNANSWERED;
  const rightCount = parts.filter(({ right }) => right).length;
  return {
    share: rightCount / parts.length,
    answered: true,
    feedback:
      rightCount === parts.length ? '' : `${rightCount} of ${parts.length} cells are right.`,
    parts,
  };
}

function isRightCell(value: string, tolerance: number | null, given: string): boolean {
  if (tolerance === null) {
    const fold = { ignoreCase: true, ignoreSpace: false };
    return folded(value, fold) === folded(given, fold);
  }
  const read = readNumber(given);
  return read !== null && Math.abs(read.value - Number(value)) <= tolerance + 1e-9;
}

/** What falls below half of the units of time is hardly more than luck. */
const GANTT_SHARE_MIN = 0.5;

function judgeGantt({ slots, unit }: FormOf<'gantt'>, answer: readonly string[]): Judgement {
  if (answer.every((slot) => slot === '')) return UNANSWERED;
  const parts = slots.map((slot, at) => ({
    id: String(at),
    right: answer[at] === slot,
    note: '',
  }));
  const share = parts.filter(({ right }) => right).length / slots.length;
  const first = parts.findIndex(({ right }) => !right);
  const slot = slots[first];
  return {
    share: share < GANTT_SHARE_MIN ? 0 : share,
    answered: true,
    feedback:
      slot === undefined
        ? ''
        : `From ${first} to ${first + 1} ${unit} ${slot === IDLE ? 'nobody runs' : `${slot} runs`}: that is the first difference.`,
    parts,
  };
}

function judgeTree({ tree }: FormOf<'tree'>, answer: string): Judgement {
  const right = treeFromText(tree);
  if (right === null) throw new Error(`no tree: ${tree}`);
  const given = treeFromText(answer);
  if (given === null) return UNANSWERED;
  if (sameShape(right, given)) return { share: 1, answered: true, feedback: '', parts: [] };
  const sizes = [shapeSize(right), shapeSize(given)] as const;
  const agreeing = (2 * commonSize(right, given)) / (sizes[0] + sizes[1]);
  const feedback =
    sizes[0] === sizes[1]
      ? `The number of processes is right (${sizes[0]}), but not who created whom.`
      : `The program makes ${sizes[0]} processes, counting the first; your tree has ${sizes[1]}.`;
  // A lone process is what everybody begins with.
  return { share: sizes[1] === 1 ? 0 : agreeing / 2, answered: true, feedback, parts: [] };
}

function judgeLine({ lines, why }: FormOf<'line'>, answer: string): Judgement {
  if (!/^\d+$/.test(answer)) return UNANSWERED;
  const isRight = lines.includes(Number(answer));
  return {
    share: isRight ? 1 : 0,
    answered: true,
    feedback: isRight ? '' : why,
    parts: [{ id: answer, right: isRight, note: '' }],
  };
}
