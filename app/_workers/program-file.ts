/** A file of a program that a reader has written, by its name in the home directory. */
export type ProgramFile = { readonly name: string; readonly text: string };
