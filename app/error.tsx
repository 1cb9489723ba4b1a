'use client';

import { ErrorNotice } from './_components/site/error-notice';

type ErrorProps = { readonly error: unknown; readonly retry: () => void };

export default function RootError({ error, retry }: ErrorProps) {
  return (
    <ErrorNotice
      error={error}
      retry={retry}
      kept="What you typed in an editor is kept as a draft."
    />
  );
}
