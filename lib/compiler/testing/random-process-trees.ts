/**
 * Random trees of processes with pipes, deterministic whatever the scheduler does: a process prints
 * only while it runs alone, numbers flow up through pipes, parents wait for their children by pid.
 */
import type { Random } from './random';

export const PROCESS_TREE_HEADERS = [
  '#include <errno.h>',
  '#include <fcntl.h>',
  '#include <signal.h>',
  '#include <stdlib.h>',
  '#include <sys/wait.h>',
  '#include <unistd.h>',
];

export function processTreeCase(random: Random, prefix: string): string {
  return new ProcessTreeCase(random, prefix).text();
}

class ProcessTreeCase {
  readonly #random: Random;
  readonly #prefix: string;
  readonly #functions: string[] = [];
  #processes = 1;
  #names = 0;

  constructor(random: Random, prefix: string) {
    this.#random = random;
    this.#prefix = prefix;
  }

  text(): string {
    const root = this.#node(this.#random.between(1, 3));
    return [
      `static int ${this.#prefix}_global;`,
      ...this.#functions,
      `static void ${this.#prefix}(void) {`,
      `  ${this.#prefix}_global = ${this.#random.below(100)};`,
      `  printf("%d\\n", ${root}(${this.#random.below(50)}, -1));`,
      `  printf("%d %d\\n", ${this.#prefix}_global, wait(NULL) == -1 && errno == ECHILD);`,
      '}',
      '',
    ].join('\n');
  }

  /** A function that one process runs: it makes children and gives back what they and it worked out. */
  #node(depth: number): string {
    const random = this.#random;
    const name = `${this.#prefix}_n${this.#names++}`;
    const lines = [`  int sum = x * ${random.between(1, 9)} + ${this.#prefix}_global;`];
    const children = depth === 0 ? 0 : random.between(depth > 1 ? 1 : 0, 3);
    for (let k = 0; k < children && this.#processes < 12; k += 1) {
      this.#processes += 1;
      lines.push(...this.#child(depth - 1, k));
    }
    if (random.oneIn(3)) lines.push(`  ${this.#prefix}_global += ${random.below(10)};`);
    lines.push('  if (out >= 0) write(out, &sum, sizeof sum);', '  return sum;');
    this.#functions.push([`static int ${name}(int x, int out) {`, ...lines, '}'].join('\n'));
    return name;
  }

  #child(depth: number, k: number): string[] {
    const random = this.#random;
    const argument = `x + ${random.below(20)}`;
    switch (random.below(6)) {
      case 0:
        return this.#signalled(k);
      case 1:
        return this.#throughStdin(depth, k, argument);
      case 2:
        return this.#writers(k);
      case 3:
        return this.#printing(k);
      default:
        return this.#withPipe(depth, k, argument);
    }
  }

  #withPipe(depth: number, k: number, argument: string): string[] {
    const child = this.#node(depth);
    const code = this.#random.below(256);
    return [
      `  int pipe${k}[2], value${k} = 0, status${k};`,
      `  pipe(pipe${k});`,
      `  pid_t pid${k} = fork();`,
      `  if (pid${k} == 0) {`,
      `    close(pipe${k}[0]);`,
      `    ${this.#prefix}_global++;`,
      `    ${child}(${argument}, pipe${k}[1]);`,
      `    _exit(${code});`,
      '  }',
      `  close(pipe${k}[1]);`,
      `  while (read(pipe${k}[0], &value${k}, sizeof value${k}) > 0) sum = sum * 3 % 1000003 + value${k};`,
      `  close(pipe${k}[0]);`,
      `  waitpid(pid${k}, &status${k}, 0);`,
      `  sum += WIFEXITED(status${k}) ? WEXITSTATUS(status${k}) : -1;`,
    ];
  }

  #signalled(k: number): string[] {
    const signal = this.#random.pick(['SIGKILL', 'SIGTERM', 'SIGUSR1', 'SIGALRM']);
    return [
      `  int status${k};`,
      `  pid_t pid${k} = fork();`,
      `  if (pid${k} == 0) {`,
      `    kill(getpid(), ${signal});`,
      '    _exit(1);',
      '  }',
      `  sum += waitpid(pid${k}, &status${k}, 0) == pid${k};`,
      `  sum += WIFSIGNALED(status${k}) ? 100 + WTERMSIG(status${k}) : 0;`,
    ];
  }

  /** The child reads from its standard input what the parent writes, and answers by its status. */
  #throughStdin(depth: number, k: number, argument: string): string[] {
    const child = this.#node(Math.min(depth, 1));
    const count = this.#random.between(1, 400);
    return [
      `  int feed${k}[2], status${k};`,
      `  pipe(feed${k});`,
      `  pid_t pid${k} = fork();`,
      `  if (pid${k} == 0) {`,
      `    int got = 0, n;`,
      `    char buffer[64];`,
      `    dup2(feed${k}[0], STDIN_FILENO);`,
      `    close(feed${k}[0]);`,
      `    close(feed${k}[1]);`,
      '    while ((n = read(STDIN_FILENO, buffer, sizeof buffer)) > 0)',
      '      for (int i = 0; i < n; i++) got = got * 7 + buffer[i] & 0xffff;',
      `    _exit((got + ${child}(${argument}, -1)) & 0x7f);`,
      '  }',
      `  close(feed${k}[0]);`,
      `  for (int i = 0; i < ${count}; i++) {`,
      `    char byte = (char)(i * 5 + x);`,
      `    write(feed${k}[1], &byte, 1);`,
      '  }',
      `  close(feed${k}[1]);`,
      `  waitpid(pid${k}, &status${k}, 0);`,
      `  sum += WEXITSTATUS(status${k});`,
    ];
  }

  /** Several children write into one pipe; what they write is the same in any order. */
  #writers(k: number): string[] {
    const count = this.#random.between(2, 4);
    this.#processes += count - 1;
    return [
      `  int all${k}[2], got${k}, many${k} = 0;`,
      `  pipe(all${k});`,
      `  for (int i = 0; i < ${count}; i++)`,
      '    if (fork() == 0) {',
      `      int mine = x + i * ${this.#random.between(1, 50)};`,
      `      for (int j = 0; j < ${this.#random.between(1, 6)}; j++) write(all${k}[1], &mine, sizeof mine);`,
      '      _exit(i);',
      '    }',
      `  close(all${k}[1]);`,
      `  while (read(all${k}[0], &got${k}, sizeof got${k}) == sizeof got${k}) sum += got${k}, many${k}++;`,
      `  close(all${k}[0]);`,
      `  for (int i = 0, status; i < ${count}; i++) {`,
      '    wait(&status);',
      '    sum += WEXITSTATUS(status);',
      '  }',
      `  sum += many${k} * 1000;`,
    ];
  }

  /** Text in a buffer is there twice after fork, and lost by _exit. */
  #printing(k: number): string[] {
    const leave = this.#random.pick(['exit', '_exit']);
    const flush = this.#random.oneIn(2) ? '    fflush(stdout);' : '';
    return [
      `  printf("before %d ", x);`,
      ...(this.#random.oneIn(2) ? ['  fflush(stdout);'] : []),
      `  pid_t pid${k} = fork();`,
      `  if (pid${k} == 0) {`,
      `    printf("child %d\\n", x + ${k});`,
      ...(flush === '' ? [] : [flush]),
      `    ${leave}(${this.#random.below(100)});`,
      '  }',
      `  int status${k};`,
      `  waitpid(pid${k}, &status${k}, 0);`,
      `  printf("status %d\\n", WEXITSTATUS(status${k}));`,
    ];
  }
}
