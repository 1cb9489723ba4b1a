import { SOURCE_BYTES_MAX } from '../grading/grade';

export type SourceProblem =
  | { readonly kind: 'too-large'; readonly bytes: number; readonly bytesMax: number }
  | { readonly kind: 'not-text' };

/** PostgreSQL's text holds every character but NUL, and no C compiler wants that one either. */
export function sourceProblem(source: string): SourceProblem | null {
  const bytes = Buffer.byteLength(source, 'utf8');
  if (bytes > SOURCE_BYTES_MAX) return { kind: 'too-large', bytes, bytesMax: SOURCE_BYTES_MAX };
  return source.includes('\0') ? { kind: 'not-text' } : null;
}
