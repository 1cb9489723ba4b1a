// What is compared of sessions at two shells.

/** @type {Readonly<Record<string, string>>} */
const KEYS = { '^C': '\u0003', '^D': '\u0004', '^Z': '\u001a', '^\\': '\u001c' };

/**
 * What is typed in a step of a session.
 * @param {string} step
 */
export function keysOf(step) {
  return KEYS[step] ?? step;
}

/**
 * Lines without prompts, numbers of processes, and the mark of a job that has ended, which depends on when
 * bash looked; the order in which programs print is the scheduler's.
 * @param {string} text
 */
export function essential(text) {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/^(\$ |> )+/, '')
        .replace(/(?<=^\[\d\] )\d+$/, 'PID')
        .replace(/(?<=^\[\d\])[-+](?=  (Done|Exit|Terminated|Killed))/, ' ')
        .trimEnd(),
    )
    .map((line) => line.replace(/^(bash: line \d+|bash|sh: \d+|sh): /, 'shell: '))
    .filter((line) => line !== '' && line !== '$')
    .sort();
}
