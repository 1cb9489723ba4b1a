import * as Label from '@radix-ui/react-label';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { Input } from './input';

type FieldProps = Omit<ComponentProps<'input'>, 'id'> & {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with the value, in a sentence. */
  readonly error?: string | undefined;
};

/** A labelled input; its hint and its error are read out with it. */
export function Field({ label, hint, error, ...props }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint === undefined ? '' : hintId, error === undefined ? '' : errorId];
  return (
    <div className="grid gap-1.5">
      <Label.Root htmlFor={id} className="font-medium">
        {label}
      </Label.Root>
      <Input
        id={id}
        aria-describedby={describedBy.join(' ').trim() || undefined}
        aria-invalid={error !== undefined || undefined}
        {...props}
      />
      {hint !== undefined && (
        <p id={hintId} className="text-sm text-muted">
          {hint}
        </p>
      )}
      <p id={errorId} aria-live="polite" className="text-sm text-bad empty:hidden">
        {error}
      </p>
    </div>
  );
}
