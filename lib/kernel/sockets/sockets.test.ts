import { describe, expect, it } from 'vitest';
import type { Machine } from '../machine';
import { roundRobin } from '../scheduling/policies/round-robin';
import { bootImage, imageOf } from '../testing/c-program';

const HEADERS = `#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
`;

function boot(body: string): Machine {
  const source = `${HEADERS}int main(void) {\n${body}\nreturn 0;\n}\n`;
  const machine = bootImage(imageOf('test.c', source), { scheduler: roundRobin(100) });
  machine.closeInput();
  return machine;
}

function finish(machine: Machine): Machine {
  while (machine.run(1_000_000) === 'paused');
  return machine;
}

function stdoutOf(body: string): string {
  const { outcome, stdout } = finish(boot(body)).report();
  expect(outcome).toEqual({ kind: 'finished' });
  return stdout;
}

describe('hosts of the simulated network', () => {
  const connectTo = `
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM}, *found;
    int error = getaddrinfo(host, "4000", &hints, &found);
    if (error) { printf("%s: %s\\n", host, gai_strerror(error)); continue; }
    int fd = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
    int result = connect(fd, found->ai_addr, found->ai_addrlen);
    printf("%s: %s\\n", host, result < 0 ? strerror(errno) : "connected");`;

  it('are this machine, by any of their names and addresses', () => {
    expect(
      stdoutOf(`
        struct sockaddr_in any = {.sin_family = AF_INET, .sin_port = htons(4000)};
        int listener = socket(AF_INET, SOCK_STREAM, 0);
        bind(listener, (struct sockaddr *)&any, sizeof any);
        listen(listener, 8);
        const char *hosts[] = {"localhost", "server", "SERVER.example", "10.0.0.3", "127.9.9.9",
                               "nowhere", "10.0.0.77", "192.0.2.1"};
        for (int k = 0; k < 8; k++) { const char *host = hosts[k]; ${connectTo} }`),
    ).toBe(
      'localhost: connected\nserver: connected\nSERVER.example: connected\n10.0.0.3: connected\n' +
        '127.9.9.9: connected\nnowhere: Name or service not known\n' +
        '10.0.0.77: No route to host\n192.0.2.1: Network is unreachable\n',
    );
  });

  it('tell a server who called', () => {
    expect(
      stdoutOf(`
        struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(4000)}, peer;
        at.sin_addr = *(struct in_addr *)gethostbyname("server")->h_addr;
        int listener = socket(AF_INET, SOCK_STREAM, 0);
        bind(listener, (struct sockaddr *)&at, sizeof at);
        listen(listener, 1);
        if (fork() == 0) {
          struct sockaddr_in mine = {.sin_family = AF_INET, .sin_port = htons(5000)};
          mine.sin_addr = *(struct in_addr *)gethostbyname("client")->h_addr;
          int fd = socket(AF_INET, SOCK_STREAM, 0);
          bind(fd, (struct sockaddr *)&mine, sizeof mine);
          connect(fd, (struct sockaddr *)&at, sizeof at);
          exit(0);
        }
        socklen_t size = sizeof peer;
        accept(listener, (struct sockaddr *)&peer, &size);
        char host[64], port[16];
        getnameinfo((struct sockaddr *)&peer, size, host, sizeof host, port, sizeof port, NI_NUMERICSERV);
        printf("%s %s\\n", host, port);`),
    ).toBe('client 5000\n');
  });

  it('refuse a port of the superuser', () => {
    expect(
      stdoutOf(`
        struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(80)};
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        bind(fd, (struct sockaddr *)&at, sizeof at);
        puts(strerror(errno));`),
    ).toBe('Permission denied\n');
  });
});

describe('a deadlock over sockets', () => {
  it('names the address and what is missing', () => {
    const machine = boot(`
      struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(4000)};
      int listener = socket(AF_INET, SOCK_STREAM, 0);
      bind(listener, (struct sockaddr *)&at, sizeof at);
      listen(listener, 1);
      char c;
      if (fork() == 0) {
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connect(fd, (struct sockaddr *)&at, sizeof at);
        recv(fd, &c, 1, 0);
        exit(0);
      }
      int first = accept(listener, 0, 0);
      accept(listener, 0, 0);`);
    expect(finish(machine).report().outcome).toEqual({
      kind: 'deadlock',
      waiting: [
        {
          pid: 100,
          process: 100,
          reason: { kind: 'socket', for: 'connection', address: '0.0.0.0:4000' },
        },
        {
          pid: 101,
          process: 101,
          reason: { kind: 'socket', for: 'data', address: '127.0.0.1:4000' },
        },
      ],
    });
  });
});

describe('descriptors under way', () => {
  it('keep a pipe open until the message that carries them is gone', () => {
    expect(
      stdoutOf(`
        int pair[2], ends[2];
        socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
        pipe(ends);
        char byte = 'x', control[CMSG_SPACE(sizeof(int))] = {0};
        struct iovec part = {&byte, 1};
        struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = control,
                                 .msg_controllen = sizeof control};
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(header), &ends[1], sizeof(int));
        sendmsg(pair[0], &message, 0);
        close(ends[1]);
        fflush(stdout);
        if (fork() == 0) { close(pair[0]); sleep(1); close(pair[1]); exit(0); }
        close(pair[0]);
        close(pair[1]);
        printf("end of file: %zd\\n", read(ends[0], &byte, 1));`),
    ).toBe('end of file: 0\n');
  });
});

describe('snapshots', () => {
  it('hold connections and what is under way in them', () => {
    const machine = boot(`
      int pair[2];
      socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
      char text[8];
      if (fork() == 0) {
        for (int k = 0; k < 50; k++) { read(pair[1], text, 4); write(pair[1], "pong", 4); }
        exit(0);
      }
      for (int k = 0; k < 50; k++) { write(pair[0], "ping", 4); read(pair[0], text, 4); }
      wait(0);
      printf("%.4s\\n", text);`);
    const snapshots = [machine.snapshot()];
    while (machine.run(500) === 'paused') snapshots.push(machine.snapshot());
    const report = machine.report();
    expect(report.stdout).toBe('pong\n');
    expect(snapshots.length).toBeGreaterThan(10);
    for (const k of [0, 7, 3, 10]) {
      const snapshot = snapshots[k];
      if (snapshot === undefined) throw new Error(`no snapshot ${k}`);
      machine.restore(snapshot);
      expect(finish(machine).report()).toEqual(report);
    }
  });
});

describe('the trace of sockets', () => {
  it('has connections and the bytes that go over them, where they are put and where taken', () => {
    const machine = finish(
      boot(`
        struct sockaddr_in any = {.sin_family = AF_INET, .sin_port = htons(4000)};
        int listener = socket(AF_INET, SOCK_STREAM, 0);
        bind(listener, (struct sockaddr *)&any, sizeof any);
        listen(listener, 8);
        char buffer[16];
        if (fork() == 0) {
          int fd = socket(AF_INET, SOCK_STREAM, 0);
          connect(fd, (struct sockaddr *)&any, sizeof any);
          write(fd, "add 1 2", 7);
          read(fd, buffer, sizeof buffer);
          _exit(0);
        }
        int fd = accept(listener, NULL, NULL);
        read(fd, buffer, sizeof buffer);
        write(fd, "3", 1);
        wait(NULL);`),
    );
    const told = machine.events.flatMap((event) => (event.kind === 'socket' ? [event] : []));
    const [connected] = told;
    if (connected === undefined) throw new Error('nothing was told');
    const { from: client, to: server, address } = connected;
    expect(address).toMatch(/:4000$/);
    expect(
      told.map(({ pid, direction, from, to, head }) => [pid, direction, from, to, head]),
    ).toEqual([
      [101, 'connected', client, server, ''],
      [100, 'accepted', client, server, ''],
      [101, 'sent', client, server, 'add 1 2'],
      [100, 'received', client, server, 'add 1 2'],
      [100, 'sent', server, client, '3'],
      [101, 'received', server, client, '3'],
    ]);
  });

  it('has messages of datagram sockets', () => {
    const machine = finish(
      boot(`
        int ends[2]; char buffer[16];
        socketpair(AF_UNIX, SOCK_DGRAM, 0, ends);
        send(ends[0], "one", 3, 0);
        send(ends[0], "two", 3, 0);
        recv(ends[1], buffer, 16, MSG_PEEK);
        recv(ends[1], buffer, 2, 0);`),
    );
    expect(
      machine.events.flatMap((event) =>
        event.kind === 'socket' ? [[event.direction, event.type, event.head]] : [],
      ),
    ).toEqual([
      ['sent', 'datagram', 'one'],
      ['sent', 'datagram', 'two'],
      ['received', 'datagram', 'on'],
    ]);
  });
});
