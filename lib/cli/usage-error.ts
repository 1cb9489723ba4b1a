/** Something is wrong with how the command was called, or with a file that it names: one clear line, exit status 2. */
export class UsageError extends Error {}

export const EXIT_USAGE = 2;
