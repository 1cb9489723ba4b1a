import { describe, expect, it } from 'vitest';
import { inspectFilesAndIpc } from '../../kernel/inspection/files-and-ipc/files-and-ipc';
import { FIRST_PID, pid } from '../../kernel/pid';
import { bootImage, imageOf } from '../../kernel/testing/c-program';
import { changesBetween, descriptorKey, rowKey } from './changes';
import { Makings } from './makings';

const SOURCE = `#include <fcntl.h>
#include <semaphore.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <unistd.h>
int main(void) {
  int pair[2], sockets[2];
  pipe(pair);
  int file = open("a", O_RDWR | O_CREAT, 0600);
  dup2(pair[0], 9);
  socketpair(AF_UNIX, SOCK_STREAM, 0, sockets);
  shmat(shmget(IPC_PRIVATE, 10, 0600), NULL, 0);
  sem_t *gate = sem_open("/gate", O_CREAT, 0600, 1);
  sem_t *own = mmap(NULL, sizeof *own, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(own, 1, 0);
  if (fork() == 0) {
    close(file);
    file = open("b", O_RDWR | O_CREAT, 0600);
    getchar();
    write(pair[1], "x", 1);
  }
  pause();
  return gate == NULL;
}
`;
const line = (text: string): number =>
  SOURCE.split('\n').findIndex((each) => each.includes(text)) + 1;

const machine = bootImage(imageOf('program.c', SOURCE));
const settle = (): void => {
  while (machine.run(1_000_000) === 'paused');
};
settle();
const before = inspectFilesAndIpc(machine['kernel']);
const makings = new Makings(machine.events);
const { step } = machine;
const child = before.tables[1]?.pid ?? pid(0);

describe('what made it', () => {
  it.each([
    ['an end of a pipe', 3, 'pipe(pair)', 'pipe(pair)'],
    ['the other end', 4, 'pipe(pair)', 'pipe(pair)'],
    ['a file, and another of that number', 5, 'open("a"', 'open("b"'],
    ['a duplicate', 9, 'dup2', 'dup2'],
    ['a socket', 7, 'socketpair(', 'socketpair('],
  ])('%s: descriptor %i', (_, fd, inParent, inChild) => {
    expect(makings.descriptor(FIRST_PID, fd, step)?.at?.line).toBe(line(inParent));
    expect(makings.descriptor(child, fd, step)?.at?.line).toBe(line(inChild));
  });

  it('is known of objects of IPC and of places in memory', () => {
    expect(makings.object('segment 0')?.at?.line).toBe(line('shmget'));
    expect(makings.object('/gate')?.at?.line).toBe(line('sem_open'));
    const [segment, mapping] = before.sharedMemory;
    const place = (of: typeof segment) =>
      makings.mapping(child, of?.attachments[0]?.address ?? 0, step)?.at?.line;
    expect(place(segment)).toBe(line('shmat'));
    expect(place(mapping)).toBe(line('= mmap'));
    const own = before.semaphores.find(({ kind }) => kind === 'in memory')?.place;
    expect(makings.semaphore(own?.pid ?? child, own?.address ?? 0, step)?.at?.line).toBe(
      line('sem_init'),
    );
  });

  it('is nobody in the run for the standard streams', () => {
    expect(makings.descriptor(FIRST_PID, 1, step)).toBeNull();
    expect(makings.descriptor(FIRST_PID, 3, 0)).toBeNull();
  });
});

describe('what has changed', () => {
  it('is nothing between a moment and itself', () => {
    const { changed, goneCount } = changesBetween(before, inspectFilesAndIpc(machine['kernel']));
    expect([changed.size, goneCount]).toEqual([0, 0]);
  });

  it('is named row by row, forwards and backwards', () => {
    machine.provideInput(new Uint8Array([10]));
    settle();
    const after = inspectFilesAndIpc(machine['kernel']);
    const pipe = before.objects.find(({ body }) => body.kind === 'pipe')?.key ?? '';
    expect(changesBetween(before, after).changed).toContain(rowKey('object', pipe));
    expect(changesBetween(after, before).changed).toContain(rowKey('object', pipe));
    expect(changesBetween(before, after).changed).not.toContain(descriptorKey(FIRST_PID, 3));
  });

  it('counts what is gone', () => {
    const [table] = before.tables;
    const without = { ...before, tables: table === undefined ? [] : [table] };
    expect(changesBetween(before, without).goneCount).toBe(
      before.tables[1]?.descriptors.length ?? -1,
    );
    expect(changesBetween(without, before).changed).toContain(descriptorKey(child, 3));
  });
});
