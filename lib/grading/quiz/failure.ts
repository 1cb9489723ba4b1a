/** Why a question can't be asked as it was drawn. */
export class AskFailure extends Error {
  constructor(
    reason: string,
    /** True: another draw will do; it is no mistake of the author's. */
    readonly redraw = false,
  ) {
    super(reason);
  }
}
