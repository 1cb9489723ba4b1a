'use client';

import { CircleAlert, CircleCheck, TriangleAlert, Wrench } from 'lucide-react';
import type { Diagnostic } from '@/lib/compiler/diagnostics';
import { Button } from '../ui/button';
import { LineLink } from './line-link';

type ProblemListProps = {
  readonly diagnostics: readonly Diagnostic[];
  readonly onLine: (line: number) => void;
  /** Does what the compiler proposes. */
  readonly onMend?: (diagnostic: Diagnostic) => void;
};

/** What the compiler says, in words, under the editor; the same as the marks in it. */
export function ProblemList({ diagnostics, onLine, onMend }: ProblemListProps) {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  return (
    <section
      aria-label="Compiler"
      className="max-h-36 shrink-0 overflow-y-auto border-t bg-surface px-3 py-2 text-sm"
    >
      <p role="status" className="flex items-center gap-1.5 text-muted">
        {diagnostics.length === 0 ? (
          <>
            <CircleCheck aria-hidden className="size-4 text-good" /> No errors
          </>
        ) : (
          [counted(errors, 'error'), counted(warnings, 'warning')]
            .filter((text) => text !== '')
            .join(', ')
        )}
      </p>
      <ul>
        {diagnostics.map((diagnostic) => (
          <Problem
            key={`${diagnostic.code} ${diagnostic.line}:${diagnostic.column}`}
            diagnostic={diagnostic}
            onLine={onLine}
            onMend={onMend}
          />
        ))}
      </ul>
    </section>
  );
}

type ProblemProps = {
  readonly diagnostic: Diagnostic;
  readonly onLine: (line: number) => void;
  readonly onMend: ((diagnostic: Diagnostic) => void) | undefined;
};

function Problem({ diagnostic, onLine, onMend }: ProblemProps) {
  const { severity, line, message, hint, fix, related } = diagnostic;
  const isError = severity === 'error';
  const Icon = isError ? CircleAlert : TriangleAlert;
  return (
    <li className="flex gap-2 py-1">
      <Icon
        aria-label={isError ? 'Error' : 'Warning'}
        className={isError ? 'mt-0.5 size-4 shrink-0 text-bad' : 'mt-0.5 size-4 shrink-0 text-warn'}
      />
      <div className="min-w-0 flex-1">
        <LineLink line={line} onLine={onLine} />: {message}
        {hint !== undefined && <p className="text-muted">Try: {hint}</p>}
        {related.map((place) => (
          <p key={`${place.line} ${place.message}`} className="text-muted">
            <LineLink line={place.line} onLine={onLine} />: {place.message}
          </p>
        ))}
      </div>
      {fix !== undefined && onMend !== undefined && (
        <Button
          size="sm"
          look="quiet"
          className="shrink-0 self-start"
          aria-label={`Mend line ${line}: ${fix.title}`}
          title={fix.title}
          onClick={() => onMend(diagnostic)}
        >
          <Wrench aria-hidden />
          Mend
        </Button>
      )}
    </li>
  );
}

function counted(count: number, noun: string): string {
  if (count === 0) return '';
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
