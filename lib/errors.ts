export const APP_ERROR_CODES = [
  /** The record does not exist, or is none of the acting user's business: the two must look the same. */
  'not-found',
  /** Nobody is signed in, or the session was ended. */
  'unauthenticated',
  /** The caller sent something that no form of ours sends. */
  'invalid-input',
  /** A part that we depend on (database, queue, grading thread) did not answer. */
  'unavailable',
  /** The environment is not set up. */
  'misconfigured',
  /** A file under exercises/ or content/ is not what its schema says. */
  'invalid-courseware',
] as const;

export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/**
 * The one error class. Thrown where the caller can't go on; what a student may well do
 * (a wrong join code, a source too large) is a returned value instead.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;

  constructor(code: AppErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}

export function isAppError(error: unknown, code?: AppErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}

export function notFound(what: string): AppError {
  return new AppError('not-found', `No such ${what}.`);
}
