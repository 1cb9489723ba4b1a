'use client';

import { useActionState } from 'react';
import { Button } from '../_components/ui/button';
import { Field } from '../_components/ui/field';
import { joinAction } from './actions';

export function JoinForm() {
  const [state, submit, pending] = useActionState(joinAction, { code: '', problem: null });
  return (
    <form action={submit} className="mt-4 grid max-w-md grid-cols-[1fr_auto] items-start gap-3">
      <Field
        label="Code of the course"
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder="K7M2P-9QXRT"
        required
        className="font-mono tracking-wider uppercase placeholder:font-mono placeholder:normal-case"
        defaultValue={state.code}
        error={state.problem ?? undefined}
      />
      <Button type="submit" look="primary" disabled={pending} className="mt-[1.9rem]">
        {pending ? 'Joining…' : 'Join'}
      </Button>
    </form>
  );
}
