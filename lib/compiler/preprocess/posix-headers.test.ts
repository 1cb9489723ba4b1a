import { expect, test } from 'vitest';
import { compile } from '../compile';
import { userFile } from '../diagnostics';

/** POSIX.1-2017, volume "Base Definitions", chapter 13. */
const POSIX_HEADERS = `
  aio arpa/inet assert complex cpio ctype dirent dlfcn errno fcntl fenv float fmtmsg fnmatch ftw glob grp
  iconv inttypes iso646 langinfo libgen limits locale math monetary mqueue ndbm net/if netdb netinet/in
  netinet/tcp nl_types poll pthread pwd regex sched search semaphore setjmp signal spawn stdarg stdbool
  stddef stdint stdio stdlib string strings stropts sys/ipc sys/mman sys/msg sys/resource sys/select sys/sem
  sys/shm sys/socket sys/stat sys/statvfs sys/time sys/times sys/types sys/uio sys/un sys/utsname sys/wait
  syslog tar termios tgmath time trace ulimit unistd utime utmpx wchar wctype wordexp`
  .trim()
  .split(/\s+/)
  .map((name) => `${name}.h`);

/** Named in docs/decisions/055-c-library-of-glibc.md. */
const LEFT_OUT =
  `aio complex dlfcn fmtmsg iconv monetary ndbm net/if nl_types stropts trace ulimit utmpx wordexp`
    .split(' ')
    .map((name) => `${name}.h`);

const including = (header: string): ReturnType<typeof compile> =>
  compile([userFile('test.c', `#include <${header}>\nint main(void) { return 0; }\n`)]);

test('all headers of POSIX are there, but for those that are left out', () => {
  const missing = POSIX_HEADERS.filter((header) => including(header).image === null);
  expect(missing).toEqual(LEFT_OUT);
});

test.each([...LEFT_OUT, 'sys/inotify.h', 'sys/ptrace.h', 'execinfo.h'])(
  '<%s> is refused with a way out',
  (header) => {
    const [first] = including(header).diagnostics;
    expect(first?.message).toBe(`there is no header <${header}>`);
    expect(first?.hint).toMatch(/here|Linux/);
  },
);

test.each(['sys/epoll.h', 'sys/eventfd.h', 'sys/timerfd.h', 'sys/signalfd.h'])(
  "Linux's <%s> is there",
  (header) => {
    expect(including(header).image).not.toBeNull();
  },
);
