import { describe, expect, it } from 'vitest';
import { runMain } from '../testing/c-program';

/** What only a user who isn't root can see, and what the machine alone can tell. */
describe('permissions', () => {
  it('follow the bits of owner and others', () => {
    const { stdout } = runMain(`
      #define TRY(call) { errno = 0; int result = call; printf("%d %s\\n", result, strerror(errno)); }
      TRY(open("/etc/shadow", O_RDONLY))
      TRY(open("/etc/passwd", O_WRONLY))
      TRY(open("/etc/new", O_CREAT | O_WRONLY, 0600))
      TRY(unlink("/etc/passwd"))
      close(open("mine", O_CREAT | O_WRONLY, 0200));
      TRY(open("mine", O_RDONLY))
      TRY(access("mine", W_OK))
      TRY(access("mine", R_OK))
      TRY(chdir("/root"))`).report();
    const refused = '-1 Permission denied\n';
    expect(stdout).toBe(`${refused.repeat(5)}0 Success\n${refused.repeat(2)}`);
  });
});

describe('a deadlock', () => {
  it('names the lock, the FIFO and the queue that are waited for', () => {
    const { outcome } = runMain(`
      #include <sys/stat.h>
      #include <sys/file.h>
      #include <sys/msg.h>
      int fd = open("file", O_CREAT | O_RDWR, 0600);
      flock(fd, LOCK_EX);
      mkfifo("fifo", 0600);
      if (fork() == 0) { flock(open("file", O_RDWR), LOCK_EX); exit(0); }
      if (fork() == 0) { open("fifo", O_RDONLY); exit(0); }
      struct { long type; char text[8]; } m;
      msgrcv(msgget(IPC_PRIVATE, 0600), &m, 8, 1, 0);`).report();
    expect(outcome).toMatchObject({
      kind: 'deadlock',
      waiting: [
        { pid: 100, reason: { kind: 'message-receive', queue: 'message queue 0' } },
        { pid: 101, reason: { kind: 'file-lock', path: '/home/student/file' } },
        { pid: 102, reason: { kind: 'fifo-open', path: '/home/student/fifo', for: 'writer' } },
      ],
    });
  });
});

describe('the trace', () => {
  it('shows pipes and message queues filling and emptying', () => {
    const { events } = runMain(`
      #include <sys/msg.h>
      int ends[2], queue = msgget(IPC_PRIVATE, 0600);
      char text[8];
      struct { long type; char text[4]; } m = {7, "abc"};
      pipe(ends);
      write(ends[1], "hello", 5);
      read(ends[0], text, 3);
      msgsnd(queue, &m, 4, 0);
      msgrcv(queue, &m, 4, 0, 0);`);
    const moves = events.filter(({ kind }) => kind === 'pipe' || kind === 'message');
    expect(moves).toMatchObject([
      { kind: 'pipe', direction: 'written', byteCount: 5, length: 5 },
      { kind: 'pipe', direction: 'read', byteCount: 3, length: 2 },
      { kind: 'message', direction: 'sent', priority: 7, byteCount: 4, waiting: 1 },
      { kind: 'message', direction: 'received', priority: 7, byteCount: 4, waiting: 0 },
    ]);
  });
});
