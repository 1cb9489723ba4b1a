declare module 'JSCPP' {
  interface Settings {
    readonly stdio?: { readonly write: (text: string) => void };
    readonly unsigned_overflow?: 'error' | 'warn' | 'ignore';
  }
  const JSCPP: {
    /** Compiles and runs; the exit status. Throws what is wrong with the program. */
    run(code: string, input: string, settings?: Settings): number;
  };
  export = JSCPP;
}
