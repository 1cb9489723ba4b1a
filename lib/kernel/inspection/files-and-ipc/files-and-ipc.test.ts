/** Programs that come to a stand, where they say themselves what they have open and who waits. */
import { describe, expect, it } from 'vitest';
import type { Machine } from '../../machine';
import { bootImage, imageOf } from '../../testing/c-program';
import { inspectFilesAndIpc, type FilesAndIpcView } from './files-and-ipc';

const HEAD = `#define _GNU_SOURCE
#include <fcntl.h>
#include <mqueue.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
`;

/** Runs until the program reads from its standard input, or everybody waits. */
function stand(source: string): Machine {
  const machine = bootImage(imageOf('program.c', HEAD + source));
  while (machine.run(1_000_000) === 'paused');
  return machine;
}

const inspect = (machine: Machine): FilesAndIpcView => inspectFilesAndIpc(machine['kernel']);
const main = (body: string): FilesAndIpcView =>
  inspect(stand(`int main(void) { ${body} getchar(); return 0; }`));

function printed(machine: Machine): string {
  return machine.events.flatMap((event) => (event.kind === 'output' ? [event.text] : [])).join('');
}

/** What a descriptor leads to. */
function openBy(view: FilesAndIpcView, process: number, fd: number) {
  const table = view.tables[process];
  const descriptor = table?.descriptors.find((each) => each.fd === fd);
  const description = view.descriptions.find(({ id }) => id === descriptor?.description);
  const object = view.objects.find(({ key }) => key === description?.object);
  if (descriptor === undefined || description === undefined || object === undefined)
    throw new Error(`descriptor ${fd} of process ${process}`);
  return { descriptor, description, object };
}

describe('descriptors', () => {
  it('lead where /proc says, with the offset that lseek tells', () => {
    const machine = stand(`int main(void) {
      int fd = open("notes.txt", O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
      write(fd, "twelve bytes", 12);
      int again = dup(fd), pair[2];
      lseek(again, 6, SEEK_SET);
      pipe(pair);
      for (int k = 0; k < 7; k++) {
        char link[64], target[128];
        snprintf(link, sizeof link, "/proc/self/fd/%d", k);
        int length = readlink(link, target, sizeof target);
        printf("%d %.*s %ld\\n", k, length, target, (long)lseek(k, 0, SEEK_CUR));
      }
      fflush(stdout); getchar(); return 0;
    }`);
    const view = inspect(machine);
    const said = printed(machine)
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
    expect(view.tables[0]?.descriptors.map(({ fd }) => String(fd))).toEqual(said.map(([fd]) => fd));
    for (const [fd, target, offset] of said.slice(3)) {
      const { description, object } = openBy(view, 0, Number(fd));
      if (description.offset !== null) expect(String(description.offset)).toBe(offset);
      else expect(offset).toBe('-1');
      const inode = /^pipe:\[(\d+)\]$/.exec(target ?? '')?.[1];
      if (inode === undefined) expect(object.name).toBe(target);
      else expect(object.key).toBe(`inode ${inode}`);
    }
    const file = openBy(view, 0, 3);
    expect(file.descriptor.closeOnExec).toBe(true);
    expect(openBy(view, 0, 4)).toMatchObject({
      descriptor: { closeOnExec: false, description: file.description.id },
      description: { offset: 6, references: 2, access: 'read and write', flags: ['O_APPEND'] },
      object: { body: { kind: 'file', bytes: { byteCount: 12, head: 'twelve bytes' }, links: 1 } },
    });
  });

  it('of a child refer to the descriptions of its parent', () => {
    const view = main(`int fd = open("notes.txt", O_RDWR | O_CREAT, 0644);
      if (fork() == 0) { write(fd, "abc", 3); pause(); }
      sleep(1);`);
    expect(openBy(view, 0, 3).description).toEqual(openBy(view, 1, 3).description);
    expect(openBy(view, 1, 3).description).toMatchObject({ offset: 3, references: 2 });
  });

  it('are gone in a zombie, and a file that was unlinked has no name', () => {
    const view = main(`open("gone", O_RDWR | O_CREAT, 0644); unlink("gone");
      if (fork() == 0) exit(0); sleep(1);`);
    expect(view.tables).toHaveLength(1);
    expect(openBy(view, 0, 3).object.body).toMatchObject({ kind: 'file', links: 0 });
  });
});

describe('pipes and sockets', () => {
  it('hold bytes, and know who waits for more', () => {
    const view = main(`int full[2], empty[2];
      pipe(full); pipe(empty);
      write(full[1], "hello, ", 7); write(full[1], "pipe", 4);
      if (fork() == 0) { char c; read(empty[0], &c, 1); }
      sleep(1);`);
    const child = view.tables[1]?.pid;
    expect(openBy(view, 0, 3).object).toMatchObject({
      body: {
        kind: 'pipe',
        bytes: { byteCount: 11, head: 'hello, pipe' },
        readEnds: 1,
        writeEnds: 1,
      },
      waiting: [],
    });
    expect(openBy(view, 0, 4).object.key).toBe(openBy(view, 0, 3).object.key);
    expect(openBy(view, 1, 5).object.waiting).toEqual([{ thread: child, wants: 'read' }]);
    expect(openBy(view, 1, 5).description).toMatchObject({ access: 'read', references: 2 });
  });

  it('have what arrived at each end', () => {
    const view = main(`int stream[2], messages[2];
      socketpair(AF_UNIX, SOCK_STREAM, 0, stream);
      socketpair(AF_UNIX, SOCK_DGRAM, 0, messages);
      write(stream[0], "ab", 2); write(stream[0], "cd", 2);
      send(messages[0], "one", 3, 0); send(messages[0], "two", 3, 0);`);
    const arrived = (fd: number) => openBy(view, 0, fd).object.body;
    expect(arrived(4)).toMatchObject({ arrived: [{ head: 'abcd' }], byteCount: 4 });
    expect(arrived(3)).toMatchObject({ arrived: [], peer: openBy(view, 0, 4).object.key });
    expect(arrived(6)).toMatchObject({ arrived: [{ head: 'one' }, { head: 'two' }] });
  });
});

describe('mailboxes', () => {
  it('have their messages with types and priorities, and who waits', () => {
    const view = main(`struct { long type; char text[8]; } message = {5, "five"};
      int queue = msgget(IPC_PRIVATE, 0600);
      msgsnd(queue, &message, 5, 0);
      message.type = 2; strcpy(message.text, "two");
      msgsnd(queue, &message, 4, 0);
      struct mq_attr attr = {.mq_maxmsg = 4, .mq_msgsize = 16};
      mqd_t mailbox = mq_open("/mailbox", O_RDWR | O_CREAT, 0600, &attr);
      mq_send(mailbox, "low", 4, 1); mq_send(mailbox, "high", 5, 9);
      if (fork() == 0) msgrcv(queue, &message, 8, 7, 0);
      sleep(1);`);
    expect(view.messageQueues).toMatchObject([
      {
        name: 'queue 0',
        byteCount: 9,
        messages: [
          { type: 5, bytes: { head: 'five\0' } },
          { type: 2, bytes: { head: 'two\0' } },
        ],
        waiting: [{ thread: view.tables[1]?.pid, wants: 'receive type 7' }],
      },
      {
        name: '/mailbox',
        capacity: 4,
        messages: [
          { type: 9, bytes: { head: 'high\0' } },
          { type: 1, bytes: { head: 'low\0' } },
        ],
      },
    ]);
    expect(openBy(view, 0, 3).object.body).toEqual({
      kind: 'message-queue',
      queue: view.messageQueues[1]?.key,
    });
  });
});

describe('shared memory', () => {
  it('is attached where shmat and mmap say', () => {
    const machine = stand(`int main(void) {
      int id = shmget(0x1234, 5000, IPC_CREAT | 0600);
      char *segment = shmat(id, NULL, 0), *again = shmat(id, NULL, SHM_RDONLY);
      char *mapping = mmap(NULL, 100, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
      printf("%ld %ld %ld\\n", (long)segment, (long)again, (long)mapping); fflush(stdout);
      if (fork() == 0) { shmdt(again); pause(); }
      sleep(1); getchar(); return 0;
    }`);
    const view = inspect(machine);
    const [segment, again, mapping] = printed(machine).trim().split(' ').map(Number);
    const [parent, child] = view.tables.map(({ pid }) => pid);
    expect(view.sharedMemory).toMatchObject([
      {
        byteCount: 5000,
        segment: { id: 0, key: 0x1234, isRemoved: false },
        attachments: [
          { pid: parent, address: segment, isWritable: true },
          { pid: parent, address: again, isWritable: false },
          { pid: child, address: segment, isWritable: true },
        ],
      },
      { segment: null, attachments: [{ pid: parent, address: mapping }, { pid: child }] },
    ]);
  });
});

describe('semaphores and locks', () => {
  it('of a bounded buffer in shared memory have names, values and queues', () => {
    const view = inspect(
      stand(`
struct buffer { sem_t empty, full; pthread_mutex_t lock; };
static void consume(struct buffer *buffer) { for (;;) sem_wait(&buffer->full); }
int main(void) {
  struct buffer *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&shared->empty, 1, 3); sem_init(&shared->full, 1, 2);
  pthread_mutex_lock(&shared->lock);
  for (int k = 0; k < 2; k++) if (fork() == 0) consume(shared);
  sleep(1); getchar(); return 0;
}`),
    );
    const [parent, ...children] = view.tables.map(({ pid }) => pid);
    expect(view.semaphores).toMatchObject([
      { name: 'shared->empty', value: 3, waiting: [], privateTo: null },
      {
        name: 'shared->full',
        value: 0,
        waiting: children.map((thread) => ({ thread, wants: 'takes 1' })),
      },
    ]);
    expect(view.locks).toMatchObject([{ kind: 'mutex', name: 'shared->lock', owner: parent }]);
  });

  it('of one process are its own, those of System V and with names everybody’s', () => {
    const view = inspect(
      stand(`sem_t forks[2]; pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER; pthread_cond_t ready;
static void *waits(void *unused) { pthread_mutex_lock(&mutex); pthread_cond_wait(&ready, &mutex); return unused; }
static void *locks(void *unused) { pthread_mutex_lock(&mutex); return unused; }
int main(void) {
  sem_init(&forks[1], 0, 1);
  sem_open("/gate", O_CREAT, 0600, 4);
  int set = semget(IPC_PRIVATE, 2, 0600);
  semctl(set, 1, SETVAL, 1);
  pthread_t a, b;
  pthread_create(&a, NULL, waits, NULL); usleep(1000);
  pthread_mutex_lock(&mutex);
  pthread_create(&b, NULL, locks, NULL);
  if (fork() == 0) { struct sembuf two = {1, -2, 0}; semop(set, &two, 1); }
  usleep(1000); getchar(); return 0;
}`),
    );
    const [parent, child] = view.tables.map(({ pid }) => pid);
    const byName = new Map(view.semaphores.map((each) => [each.name, each]));
    expect(byName.get('set 0, semaphore 1')).toMatchObject({
      value: 1,
      waiting: [{ thread: child, wants: 'takes 2' }],
    });
    expect(byName.get('/gate')).toMatchObject({ kind: 'named', value: 4, privateTo: null });
    const own = view.semaphores.filter(({ name }) => name === 'forks[1]');
    expect(own.map(({ value, privateTo }) => [value, privateTo])).toEqual([
      [1, parent],
      [1, child],
    ]);
    const locks = view.locks.filter(({ privateTo }) => privateTo === parent);
    expect(locks).toMatchObject([
      { kind: 'mutex', name: 'mutex', owner: parent, waiting: [{ wants: 'lock' }] },
      { kind: 'condition', name: 'ready', waiting: [{ wants: 'signal' }] },
    ]);
  });
});

describe('locks on files', () => {
  it('are held in sections or whole, and waited for', () => {
    const view = main(`int fd = open("ledger", O_RDWR | O_CREAT, 0644);
      struct flock part = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 4, .l_len = 8};
      fcntl(fd, F_SETLK, &part); flock(fd, LOCK_SH);
      if (fork() == 0) fcntl(fd, F_SETLKW, &part);
      sleep(1);`);
    const [parent, child] = view.tables.map(({ pid }) => pid);
    const description = openBy(view, 0, 3).description.id;
    expect(view.fileLocks).toMatchObject([
      { isExclusive: true, section: { start: 4, end: 12 }, owner: { pid: parent }, waiting: null },
      { isExclusive: false, section: null, owner: { id: description }, waiting: null },
      { isExclusive: true, section: { start: 4, end: 12 }, owner: { pid: child }, waiting: child },
    ]);
    expect(view.fileLocks[0]?.path).toBe('/home/student/ledger');
  });
});
