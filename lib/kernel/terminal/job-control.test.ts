import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../abi/utf8';
import type { Machine } from '../machine';
import { bootImage, imageOf } from '../testing/c-program';

/** A program whose main is given, with what job control needs before it. */
function boot(body: string): Machine {
  const source = `#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
static void caught(int signal) { printf("caught %d\\n", signal); fflush(stdout); }
int main(void) {
${body}
return 0;
}
`;
  return bootImage(imageOf('jobs.c', source), { terminal: true });
}

function run(machine: Machine): string {
  while (machine.run(1_000_000) === 'paused');
  return machine.report().stdout;
}

function type(machine: Machine, text: string): string {
  machine.provideInput(encodeUtf8(text));
  return run(machine);
}

/** What a shell does: a job of its own group in the foreground or the background. */
const JOB = `signal(SIGTTOU, SIG_IGN);
pid_t job = fork();
if (job == 0) {
  setpgid(0, 0);
  signal(SIGTTOU, SIG_DFL);
`;
const JOB_RUNS = `}
setpgid(job, job);
int status;
`;

describe('the terminal of a session', () => {
  it('belongs to the first process and its session', () => {
    const machine = boot(`
      printf("%d %d %d\\n", tcgetpgrp(0) == getpgrp(), tcgetsid(0) == getsid(0), isatty(0));
      printf("%d", tcsetpgrp(0, 999)); printf(" %s\\n", strerror(errno));
      printf("%d", tcsetpgrp(0, -1)); printf(" %s\\n", strerror(errno));
      fflush(stdout);
      if (fork() == 0) {
        setsid();
        int group = tcgetpgrp(0);
        printf("%d %s\\n", group, strerror(errno));
        exit(0);
      }
      wait(NULL);`);
    expect(run(machine)).toBe(
      '1 1 1\n-1 No such process\n-1 Invalid argument\n-1 Inappropriate ioctl for device\n',
    );
  });

  it('sends what is typed to the foreground group only', () => {
    const machine = boot(`${JOB}
      for (;;) pause();
      ${JOB_RUNS}
      signal(SIGINT, caught);
      tcsetpgrp(0, job);
      waitpid(job, &status, WUNTRACED);
      printf("stopped by %d\\n", WSTOPSIG(status));
      kill(job, SIGCONT);
      waitpid(job, &status, WUNTRACED);
      printf("ended by %d\\n", WTERMSIG(status));
      tcsetpgrp(0, getpgrp());
      pause();`);
    run(machine);
    expect(type(machine, '\u001a')).toBe('stopped by 20\n');
    expect(type(machine, '\u0003')).toBe('stopped by 20\nended by 2\n');
    expect(type(machine, '\u0003')).toBe('stopped by 20\nended by 2\ncaught 2\n');
    expect(machine.report().outcome.kind).toBe('finished');
  });

  it('stops a background process that reads, and lets it read in the foreground', () => {
    const machine = boot(`${JOB}
      char text[20];
      int n = read(0, text, sizeof text);
      printf("job read %d\\n", n);
      exit(0);
      ${JOB_RUNS}
      waitpid(job, &status, WUNTRACED);
      printf("stopped by %s\\n", strsignal(WSTOPSIG(status)));
      tcsetpgrp(0, job);
      kill(-job, SIGCONT);
      waitpid(job, &status, WUNTRACED);
      tcsetpgrp(0, getpgrp());
      printf("exited %d\\n", WIFEXITED(status));`);
    machine.provideInput(encodeUtf8('line\n'));
    expect(run(machine)).toBe('stopped by Stopped (tty input)\njob read 5\nexited 1\n');
  });

  it('gives EIO to a background reader that ignores or blocks SIGTTIN, or is an orphan', () => {
    const machine = boot(`${JOB}
      char text[20];
      signal(SIGTTIN, SIG_IGN);
      int n = read(0, text, sizeof text);
      printf("%d %s\\n", n, strerror(errno));
      fflush(stdout);
      signal(SIGTTIN, SIG_DFL);
      while (getppid() != 1) usleep(1000);
      errno = 0;
      n = read(0, text, sizeof text);
      printf("%d %s\\n", n, strerror(errno));
      exit(0);
      ${JOB_RUNS}
      usleep(100000);`);
    expect(run(machine)).toBe('-1 Input/output error\n-1 Input/output error\n');
  });

  it('stops a background process that changes it, or writes under TOSTOP', () => {
    const machine = boot(`${JOB}
      struct termios at;
      tcgetattr(0, &at);
      tcsetattr(0, TCSANOW, &at);
      printf("set\\n");
      fflush(stdout);
      exit(0);
      ${JOB_RUNS}
      waitpid(job, &status, WUNTRACED);
      printf("stopped by %d\\n", WSTOPSIG(status));
      fflush(stdout);
      struct termios at;
      tcgetattr(0, &at);
      tcsetpgrp(0, job);
      kill(job, SIGCONT);
      waitpid(job, &status, WUNTRACED);
      tcsetpgrp(0, getpgrp());
      printf("%d\\n", status);
      fflush(stdout);
      at.c_lflag |= TOSTOP;
      tcsetattr(0, TCSANOW, &at);
      job = fork();
      if (job == 0) {
        setpgid(0, 0);
        signal(SIGTTOU, SIG_DFL);
        printf("lost\\n");
        fflush(stdout);
        exit(0);
      }
      setpgid(job, job);
      waitpid(job, &status, WUNTRACED);
      printf("stopped by %d\\n", WSTOPSIG(status));
      kill(job, SIGKILL);`);
    expect(run(machine)).toBe('stopped by 22\nset\n0\nstopped by 22\n');
  });

  it('hangs up a stopped group that its parent leaves behind', () => {
    const machine = boot(`
      if (fork() == 0) {
        pid_t job = fork();
        if (job == 0) {
          setpgid(0, 0);
          signal(SIGHUP, caught);
          signal(SIGCONT, caught);
          raise(SIGSTOP);
          printf("goes on\\n");
          exit(0);
        }
        waitpid(job, NULL, WUNTRACED);
        exit(0);
      }
      wait(NULL);
      usleep(1000);`);
    expect(run(machine)).toBe('caught 18\ncaught 1\ngoes on\n');
  });

  it('ignores SIGTSTP in an orphaned group', () => {
    const machine = boot(`
      if (fork() == 0) {
        if (fork() == 0) {
          setpgid(0, 0);
          while (getppid() != 1) usleep(1000);
          raise(SIGTSTP);
          printf("not stopped\\n");
          exit(0);
        }
        usleep(100);
        exit(0);
      }
      wait(NULL);
      usleep(100000);`);
    expect(run(machine)).toBe('not stopped\n');
  });
});

describe('settings of the terminal', () => {
  it('gives single bytes without ICANON, and control characters without ISIG', () => {
    const machine = boot(`
      struct termios at, before;
      tcgetattr(0, &before);
      at = before;
      cfmakeraw(&at);
      tcsetattr(0, TCSANOW, &at);
      char byte;
      for (int k = 0; k < 3; k++) { read(0, &byte, 1); printf("%d\\n", byte); fflush(stdout); }
      at.c_cc[VMIN] = 0;
      at.c_cc[VTIME] = 0;
      tcsetattr(0, TCSANOW, &at);
      printf("none %zd\\n", read(0, &byte, 1));
      at.c_cc[VTIME] = 2;
      tcsetattr(0, TCSANOW, &at);
      printf("late %zd\\n", read(0, &byte, 1));
      tcsetattr(0, TCSANOW, &before);
      char line[20];
      printf("line %zd\\n", read(0, line, sizeof line));`);
    run(machine);
    expect(type(machine, 'a')).toBe('97\n');
    expect(type(machine, '\u0003\r')).toBe('97\n3\n13\nnone 0\nlate 0\n');
    expect(type(machine, 'xy\u007fz\r')).toBe('97\n3\n13\nnone 0\nlate 0\nline 3\n');
  });
});
