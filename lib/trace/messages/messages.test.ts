import { describe, expect, it } from 'vitest';
import { bootImage, imageOf, runMain } from '../../kernel/testing/c-program';
import { MESSAGE_KINDS } from './endpoint';
import { arrowsThrough, lanesOf, lastRowAt } from './lanes';
import { messagesOf, type Messages } from './messages';
import { messageText } from '../call-log/bytes-text';

/** "101 → 100 pipe 1 “abc” 3", in order of receiving; then what nobody has received. */
function told({ endpoints, deliveries }: Messages): readonly string[] {
  const text = (k: number): string => {
    const { kind, content, byteCount } = endpoints[k] ?? { kind: '', content: '', byteCount: 0 };
    return `${kind} ${byteCount === 0 ? content : messageText(content, byteCount)}`.trim();
  };
  return [
    ...deliveries.map(({ sent, received, byteCount }) => {
      const from = sent === null ? '?' : endpoints[sent]?.process;
      const count = byteCount === 0 ? '' : ` ${byteCount}`;
      return `${from} → ${endpoints[received]?.process} ${text(sent ?? received)}${count}`;
    }),
    ...endpoints
      .filter(({ pending }) => pending > 0)
      .map(({ process, pending, index }) => `${process} → … ${text(index)} ${pending}`),
  ];
}

describe('bytes in a pipe', () => {
  it('go to who reads them, in their order, whatever the borders of writes and reads', () => {
    const messages = messagesOf(
      runMain(`
        int ends[2]; char buffer[16];
        pipe(ends);
        if (fork() == 0) {
          write(ends[1], "abcde", 5);
          write(ends[1], "fgh", 3);
          write(ends[1], "ijkl", 4);
          _exit(2);
        }
        wait(NULL);
        read(ends[0], buffer, 2);
        read(ends[0], buffer, 8);`).events,
    );
    expect(told(messages)).toEqual([
      '101 → 100 exit status 2',
      '101 → 100 pipe “abcde” 2',
      '101 → 100 pipe “abcde” 3',
      '101 → 100 pipe “fgh” 3',
      '101 → 100 pipe “ijkl” 2',
      '101 → … pipe “ijkl” 2',
    ]);
    expect(messages.processes).toEqual([100, 101]);
    const lines = messages.endpoints.map(({ direction, at }) => `${direction} ${at?.line}`);
    expect(lines).toEqual([
      'sent 19',
      'sent 20',
      'sent 21',
      'sent 22',
      'received 24',
      'received 25',
      'received 26',
    ]);
    messages.endpoints.forEach((endpoint, k) => {
      expect(endpoint.index).toBe(k);
      expect(endpoint.step).toBeGreaterThanOrEqual(messages.endpoints[k - 1]?.step ?? 0);
    });
  });

  it('that are integers are shown as such', () => {
    const messages = messagesOf(
      runMain(`
        int ends[2], n = -7; long both = 5; pipe(ends);
        write(ends[1], &n, sizeof n); write(ends[1], &both, sizeof both);`).events,
    );
    expect(told(messages)).toEqual(['100 → … pipe -7 4', '100 → … pipe 5 8']);
  });
});

describe('messages of a queue', () => {
  it('are received by type, in order within each', () => {
    const messages = messagesOf(
      run(`#include <sys/msg.h>
int main(void) {
  int q = msgget(IPC_PRIVATE, 0600);
  struct { long type; char text[8]; } m = {1, "one"};
  msgsnd(q, &m, 4, 0);
  m.type = 2; m.text[0] = '2';
  msgsnd(q, &m, 4, 0);
  m.type = 1; m.text[0] = '3';
  msgsnd(q, &m, 4, 0);
  msgrcv(q, &m, 8, 2, 0);
  msgrcv(q, &m, 8, 0, 0);
  return 0;
}`),
    );
    expect(told(messages)).toEqual([
      '100 → 100 queue “2ne” 4',
      '100 → 100 queue “one” 4',
      '100 → … queue “3ne” 1',
    ]);
  });
});

describe('signals', () => {
  it('go from kill to when they are delivered, and stay open while blocked', () => {
    const messages = messagesOf(
      runMain(`
        signal(SIGUSR1, SIG_IGN);
        sigset_t set; sigemptyset(&set); sigaddset(&set, SIGUSR2); sigaddset(&set, SIGTERM);
        sigprocmask(SIG_BLOCK, &set, NULL);
        pid_t child = fork();
        if (child == 0) {
          usleep(100);
          set.__bits[0] = 1 << (SIGUSR2 - 1);
          sigprocmask(SIG_UNBLOCK, &set, NULL);
          for (;;) pause();
        }
        kill(child, SIGUSR2);
        kill(child, SIGTERM);
        kill(child, SIGUSR1);
        kill(9999, SIGUSR1);
        wait(NULL);`).events,
    );
    expect(told(messages)).toEqual([
      '100 → 101 signal SIGUSR1',
      '100 → 101 signal SIGUSR2',
      '101 → 100 exit SIGUSR2',
      '100 → … signal SIGTERM 1',
    ]);
    const at = messages.endpoints.find(({ content }) => content === 'SIGTERM')?.at;
    expect(at?.line).toBe(27);
  });

  it('go to who takes them with sigwaitinfo, where they are blocked', () => {
    const messages = messagesOf(
      runMain(`
        sigset_t set; sigemptyset(&set); sigaddset(&set, SIGUSR1);
        sigprocmask(SIG_BLOCK, &set, NULL);
        pid_t parent = getpid();
        if (fork() == 0) {
          sigqueue(parent, SIGUSR1, (union sigval){.sival_int = 5});
          _exit(0);
        }
        sigwaitinfo(&set, NULL);
        wait(NULL);`).events,
    );
    expect(told(messages)).toEqual(['101 → 100 signal SIGUSR1', '101 → 100 exit status 0']);
  });

  it('of children come from their end, where a handler gets them', () => {
    const messages = messagesOf(
      runMain(`
        signal(SIGCHLD, (void (*)(int))getpid);
        if (fork() == 0) _exit(4);
        pause();
        wait(NULL);`).events,
    );
    expect(told(messages)).toEqual(['101 → 100 exit status 4', '101 → 100 exit status 4']);
    expect(messages.endpoints.map(({ kind, content }) => `${kind} ${content}`)).toEqual([
      'exit status 4',
      'signal SIGCHLD',
      'exit status 4',
    ]);
  });
});

describe('units of a semaphore', () => {
  it('go from who posts to who waited for them', () => {
    const messages = messagesOf(
      runMain(`
        sem_t *full = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        sem_init(full, 1, 0);
        if (fork() == 0) {
          sem_wait(full);
          sem_wait(full);
          _exit(0);
        }
        usleep(50);
        sem_post(full);
        sem_post(full);
        wait(NULL);`).events,
    );
    const units = told(messages).filter((line) => line.includes('semaphore'));
    expect(units[0]).toMatch(/^100 → 101 semaphore/);
    expect(messages.endpoints.filter(({ kind }) => kind === 'semaphore')[0]?.at?.line).toBe(24);
  });
});

describe('calls over sockets', () => {
  const messages = messagesOf(
    run(`#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  struct sockaddr_in any = {.sin_family = AF_INET, .sin_port = htons(4000)};
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  bind(listener, (struct sockaddr *)&any, sizeof any);
  listen(listener, 8);
  char buffer[16];
  for (int k = 0; k < 2; k++)
    if (fork() == 0) {
      int fd = socket(AF_INET, SOCK_STREAM, 0);
      connect(fd, (struct sockaddr *)&any, sizeof any);
      write(fd, k ? "add" : "sub", 3);
      read(fd, buffer, sizeof buffer);
      _exit(0);
    }
  for (int k = 0; k < 2; k++) {
    int fd = accept(listener, NULL, NULL);
    read(fd, buffer, sizeof buffer);
    write(fd, "done", 4);
    close(fd);
  }
  while (wait(NULL) > 0) {
  }
  return 0;
}`),
  );

  it('are asked by who connected, and answered', () => {
    const roles = messages.endpoints.flatMap(({ process, direction, content, role }) =>
      role === null ? [] : [`${process} ${direction} ${role} ${content}`],
    );
    expect(roles.filter((each) => each.startsWith('101'))).toEqual([
      '101 sent call sub',
      '101 received reply done',
    ]);
    expect(roles.filter((each) => each.startsWith('100'))).toEqual([
      '100 received call sub',
      '100 sent reply done',
      '100 received call add',
      '100 sent reply done',
    ]);
  });

  it('begin with a connection', () => {
    const connections = told(messages).filter((line) => line.includes('connection'));
    expect(connections).toEqual(['101 → 100 connection', '102 → 100 connection']);
    expect(messages.endpoints.find(({ kind }) => kind === 'connection')?.channel).toMatch(/:4000$/);
  });
});

function run(source: string): ReturnType<typeof runMain>['events'] {
  const machine = bootImage(imageOf('test.c', source));
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  return machine.events;
}

describe('lanes', () => {
  const messages = messagesOf(
    runMain(`
      int ends[2]; char c;
      pipe(ends);
      write(ends[1], "x", 1);
      for (int k = 0; k < 40; k++)
        if (fork() == 0) _exit(k);
      while (wait(NULL) > 0) {
      }
      read(ends[0], &c, 1);`).events,
  );

  it('have the rows and arrows of the chosen kinds only', () => {
    const pipes = lanesOf(messages, new Set(['pipe']));
    expect(pipes.rows.map(({ direction }) => direction)).toEqual(['sent', 'received']);
    expect(pipes.arrows).toEqual([{ from: 0, to: 1, byteCount: 1 }]);
    const all = lanesOf(messages, new Set(MESSAGE_KINDS));
    expect(all.rows).toHaveLength(82);
    expect(all.arrows).toHaveLength(41);
  });

  it('find the arrows through a window, long ones too', () => {
    const lanes = lanesOf(messages, new Set(MESSAGE_KINDS));
    for (let first = 0; first < lanes.rows.length; first += 3)
      for (const last of [first, first + 10])
        expect(arrowsThrough(lanes, first, last)).toEqual(
          lanes.arrows.filter(({ from, to }) => (from ?? to) <= last && to >= first),
        );
    expect(arrowsThrough(lanes, 40, 40).some(({ from }) => from === 0)).toBe(true);
  });

  it('know how far a run has come', () => {
    const lanes = lanesOf(messages, new Set(MESSAGE_KINDS));
    for (const { step } of lanes.rows) {
      const row = lastRowAt(lanes, step);
      expect(lanes.rows[row]?.step).toBe(step);
      expect(lanes.rows[row + 1]?.step ?? Infinity).toBeGreaterThan(step);
    }
    expect(lastRowAt(lanes, -1)).toBe(-1);
  });
});
