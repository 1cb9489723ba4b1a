'use client';

import { ErrorNotice } from '@/app/_components/site/error-notice';

type ErrorProps = { readonly error: unknown; readonly retry: () => void };

export default function QuizError({ error, retry }: ErrorProps) {
  return (
    <ErrorNotice
      error={error}
      retry={retry}
      kept="Answers that you gave are kept in this browser."
    />
  );
}
