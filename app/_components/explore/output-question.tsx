'use client';

import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import { type ReactNode, type SyntheticEvent, useId, useState } from 'react';
import { canPrint, type OutputAnswer } from '@/lib/explorer/possible-output';
import type { ExplorationResult, Output } from '@/lib/explorer/result';
import { Button } from '../ui/button';
import { OutputRow } from './output-row';

type OutputQuestionProps = {
  readonly result: Pick<ExplorationResult, 'complete' | 'outputs'>;
  readonly onOpen: (output: Output) => void;
};

/** "Can it print this?": how, or why not. */
export function OutputQuestion({ result, onOpen }: OutputQuestionProps) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const id = useId();

  function ask(event: SyntheticEvent) {
    event.preventDefault();
    setAsked(text);
  }

  return (
    <div className="space-y-3">
      <form onSubmit={ask} className="space-y-1.5">
        <label htmlFor={id} className="block font-medium">
          Can it print this?
        </label>
        <textarea
          id={id}
          value={text}
          onChange={({ target }) => setText(target.value)}
          rows={Math.min(8, Math.max(2, text.split('\n').length))}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          placeholder="An output, line by line"
          className="block w-full rounded-md border border-edge bg-surface px-2.5 py-1.5 font-mono text-sm leading-6 placeholder:text-muted"
        />
        <Button size="sm" type="submit" disabled={text === ''}>
          Ask
        </Button>
      </form>
      <div role="status">
        {asked !== null && <Answer wanted={asked} result={result} onOpen={onOpen} />}
      </div>
    </div>
  );
}

type AnswerProps = OutputQuestionProps & { readonly wanted: string };

function Answer({ wanted: typed, result, onOpen }: AnswerProps) {
  const { wanted, answer } = answerTo(typed, result);
  if (answer.kind === 'possible') {
    const output = result.outputs.find(({ schedule }) => schedule === answer.schedule);
    return (
      <AnswerBox
        Icon={CircleCheck}
        color="text-good"
        title="Yes, there is an order of steps in which it does."
      >
        {output !== undefined && <OutputRow output={output} onOpen={() => onOpen(output)} />}
      </AnswerBox>
    );
  }
  const { kind, prefix, nearest } = answer;
  return (
    <AnswerBox
      {...(kind === 'impossible'
        ? { Icon: CircleX, color: 'text-bad', title: 'No, in no order of steps.' }
        : {
            Icon: CircleHelp,
            color: 'text-warn',
            title: 'It was not found, but not everything was tried.',
          })}
    >
      <p>{whyNot(wanted, answer, result.outputs)}</p>
      <pre
        tabIndex={0}
        aria-label="What you asked for, marked from where it differs"
        className="max-h-40 overflow-auto rounded-md border bg-sunken px-2.5 py-1 text-sm leading-6 [overflow-wrap:anywhere] whitespace-pre-wrap"
      >
        {prefix}
        <mark className="rounded-xs bg-bad-soft text-bad underline decoration-wavy underline-offset-4">
          {wanted.slice(prefix.length).replace(/\n$/, '') || ' '}
        </mark>
      </pre>
      {nearest !== null && (
        <>
          <p className="eyebrow">The nearest that can happen</p>
          <OutputRow output={nearest} onOpen={() => onOpen(nearest)} />
        </>
      )}
    </AnswerBox>
  );
}

type AnswerBoxProps = {
  readonly Icon: typeof CircleX;
  readonly color: string;
  readonly title: string;
  readonly children: ReactNode;
};

function AnswerBox({ Icon, color, title, children }: AnswerBoxProps) {
  return (
    <div className="space-y-2 rounded-lg border bg-surface p-3">
      <p className="flex items-start gap-2 font-medium">
        <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${color}`} />
        {title}
      </p>
      {children}
    </div>
  );
}

/** Who types an output leaves out what ends its last line. */
function answerTo(
  typed: string,
  result: OutputQuestionProps['result'],
): { readonly wanted: string; readonly answer: OutputAnswer } {
  const asTyped = canPrint(result, typed);
  if (asTyped.kind === 'possible' || typed.endsWith('\n'))
    return { wanted: typed, answer: asTyped };
  const wanted = `${typed}\n`;
  return { wanted, answer: canPrint(result, wanted) };
}

type NotPrinted = Exclude<OutputAnswer, { readonly kind: 'possible' }>;

/** Up to which line it agrees, and what comes instead. */
function whyNot(
  wanted: string,
  { kind, lines, nearest }: NotPrinted,
  outputs: readonly Output[],
): string {
  const isKnown = kind === 'impossible';
  if (nearest === null) return 'There is no order of steps in which it ends.';
  const agreed =
    lines === 0 ? '' : `The first ${lines === 1 ? 'line' : `${lines} lines`} can come out so. `;
  const wantedLines = wanted.split('\n');
  const beginning = wantedLines
    .slice(0, lines)
    .map((line) => `${line}\n`)
    .join('');
  const alike = outputs.filter(({ stdout }) => stdout.startsWith(beginning));
  if (alike.every(({ stdout }) => stdout === beginning))
    return lines === 0 ? 'Nothing is printed.' : `${agreed}Then nothing more is printed.`;
  const next = wantedLines[lines] ?? '';
  if (next === '') return `${agreed}Then more is printed${isKnown ? ', always' : ''}.`;
  const which = lines === 0 ? 'The first line' : `After that, line ${lines + 1}`;
  return `${agreed}${which} ${isKnown ? 'is never' : 'was not yet found to be'} “${next}”.`;
}
