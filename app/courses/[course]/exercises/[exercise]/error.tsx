'use client';

import { ErrorNotice } from '@/app/_components/site/error-notice';

type ErrorProps = { readonly error: unknown; readonly retry: () => void };

export default function ExerciseError({ error, retry }: ErrorProps) {
  return <ErrorNotice error={error} retry={retry} kept="Your program is kept, as are your submissions." />;
}
