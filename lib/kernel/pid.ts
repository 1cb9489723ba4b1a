/** A process identifier; 1 is init. */
export type Pid = number & { readonly __brand: 'Pid' };

export const INIT_PID = 1 as Pid;

/** Leads the session that the first process is a job of; not simulated itself. */
export const LOGIN_SHELL_PID = 99 as Pid;

/** The first program's: init is 1, and the rest of a booted system lies between. */
export const FIRST_PID = 100 as Pid;

export function pid(value: number): Pid {
  return value as Pid;
}
