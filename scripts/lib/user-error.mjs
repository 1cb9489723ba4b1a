/** Something that the person at the terminal can mend: shown as its one sentence, without a stack. */
export class UserError extends Error {
  /**
   * @param {string} message
   * @param {{ cause?: unknown }} [options]
   */
  constructor(message, options) {
    super(message, options);
    this.name = 'UserError';
  }
}

/**
 * Ends the process the way every script does when its work failed.
 * @param {unknown} error
 * @returns {never}
 */
export function exitWith(error) {
  if (error instanceof UserError) console.error(`\nforkyard: ${error.message}`);
  else console.error('\nforkyard: something failed that we did not foresee.\n', error);
  process.exit(1);
}
