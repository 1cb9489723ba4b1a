'use client';

import { Input } from '@/app/_components/ui/input';
import { textAnswer } from '@/lib/grading/quiz/given';
import type { AnswerProps } from './answer-props';

/** A word or two. */
export function TextAnswer({ labelledBy, value, onChange }: AnswerProps) {
  return (
    <Input
      aria-labelledby={labelledBy}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      maxLength={400}
      className="max-w-md"
      value={textAnswer(value)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** What a program prints. */
export function OutputAnswer({
  unordered,
  labelledBy,
  value,
  onChange,
}: AnswerProps & { readonly unordered: boolean }) {
  const text = textAnswer(value);
  return (
    <label className="block">
      <span className="text-sm text-muted">
        What it prints, line by line{unordered ? ', in any order' : ''}
      </span>
      <textarea
        aria-describedby={labelledBy}
        rows={Math.max(3, text.split('\n').length)}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        className="mt-1 block w-full rounded-md border border-edge bg-sunken px-3 py-2 font-mono text-sm"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
