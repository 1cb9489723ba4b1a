import { expect, test } from 'vitest';
import { bootImage, imageOf } from '../testing/c-program';

/** Runs main with a second of processor time a million instructions long. */
function output(body: string): string {
  const image = imageOf(
    'limit.c',
    `#include <signal.h>
    #include <stdio.h>
    #include <sys/resource.h>
    #include <sys/time.h>
    #include <sys/wait.h>
    #include <unistd.h>
    static volatile int told;
    static void count(int signal) { (void)signal; told++; }
    static void set(rlim_t soft, rlim_t hard) {
      struct rlimit limit = {soft, hard};
      if (setrlimit(RLIMIT_CPU, &limit) < 0) perror("setrlimit");
    }
    static void spin(void) { for (volatile int k = 0;; k++); }
    int main(void) {
      int status, pid = fork();
      ${body}
    }`,
  );
  const machine = bootImage(image, { costs: { instructionNs: 1000 } });
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  return machine.report().stdout;
}

test('SIGXCPU ends a process at its limit of processor time', () => {
  expect(
    output(`
      if (pid == 0) { set(1, 10); spin(); }
      struct rusage used;
      wait4(pid, &status, 0, &used);
      printf("%d %ld\\n", WTERMSIG(status), used.ru_utime.tv_sec + used.ru_stime.tv_sec);
      return 0;`),
  ).toBe(`24 1\n`);
});

test('a handler is told once a second, the soft limit moves, and the hard one kills', () => {
  expect(
    output(`
      if (pid == 0) {
        struct rlimit limit;
        signal(SIGXCPU, count);
        set(1, 4);
        while (told < 3);
        getrlimit(RLIMIT_CPU, &limit);
        printf("told %d, then %lu\\n", told, limit.rlim_cur);
        fflush(stdout);
        spin();
      }
      wait(&status);
      printf("%d\\n", WTERMSIG(status));
      return 0;`),
  ).toBe(`told 3, then 4\n9\n`);
});

test('without a soft limit, and while it waits, nothing is counted', () => {
  expect(
    output(`
      if (pid == 0) { set(2, 2); sleep(5); _exit(3); }
      wait(&status);
      printf("%d\\n", WEXITSTATUS(status));
      return 0;`),
  ).toBe('3\n');
});
