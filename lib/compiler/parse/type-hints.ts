/** Types that students use without the header, or that C doesn't have: what to try. */

/** Type -> header that declares it. */
export const HEADER_OF_TYPE: ReadonlyMap<string, string> = new Map([
  ...entries('sys/types.h', [
    'pid_t',
    'uid_t',
    'gid_t',
    'off_t',
    'mode_t',
    'ssize_t',
    'key_t',
    'id_t',
    'dev_t',
    'ino_t',
    'nlink_t',
    'useconds_t',
    'uint',
    'ushort',
    'ulong',
  ]),
  ...entries('stddef.h', ['size_t', 'ptrdiff_t', 'wchar_t', 'max_align_t']),
  ...entries('stdio.h', ['FILE', 'fpos_t']),
  ...entries('stdlib.h', ['div_t', 'ldiv_t', 'lldiv_t']),
  ...entries('stdbool.h', ['bool']),
  ...entries('stdint.h', [
    'int8_t',
    'int16_t',
    'int32_t',
    'int64_t',
    'uint8_t',
    'uint16_t',
    'uint32_t',
    'uint64_t',
    'intptr_t',
    'uintptr_t',
    'intmax_t',
    'uintmax_t',
  ]),
  ...entries('time.h', ['time_t', 'clock_t', 'clockid_t']),
  ...entries('signal.h', ['sig_atomic_t', 'sigset_t', 'siginfo_t', 'sighandler_t']),
  ...entries('semaphore.h', ['sem_t']),
  ...entries('pthread.h', [
    'pthread_t',
    'pthread_attr_t',
    'pthread_mutex_t',
    'pthread_mutexattr_t',
    'pthread_cond_t',
    'pthread_condattr_t',
    'pthread_rwlock_t',
    'pthread_barrier_t',
    'pthread_once_t',
    'pthread_key_t',
  ]),
  ...entries('mqueue.h', ['mqd_t']),
  ...entries('stdarg.h', ['va_list']),
  ...entries('setjmp.h', ['jmp_buf', 'sigjmp_buf']),
  ...entries('dirent.h', ['DIR']),
  ...entries('sys/socket.h', ['socklen_t', 'sa_family_t']),
  ...entries('netinet/in.h', ['in_addr_t', 'in_port_t']),
  ...entries('sys/select.h', ['fd_set']),
  ...entries('poll.h', ['nfds_t']),
  ...entries('threads.h', ['thrd_t', 'mtx_t', 'cnd_t']),
  ...entries('wchar.h', ['wint_t', 'mbstate_t']),
  ...entries('uchar.h', ['char16_t', 'char32_t']),
]);

/** Types of other languages. */
export const FOREIGN_TYPES: ReadonlyMap<string, string> = new Map([
  [
    'string',
    'C has no string type: write char name[100] for a text of up to 99 characters, or const char *name',
  ],
  [
    'String',
    'C has no string type: write char name[100] for a text of up to 99 characters, or const char *name',
  ],
  ['boolean', 'write #include <stdbool.h> and bool'],
  ['Boolean', 'write #include <stdbool.h> and bool'],
  ['byte', 'write unsigned char'],
  ['var', 'C needs a type: write int, double, char or another one'],
  ['let', 'C needs a type: write int, double, char or another one'],
  ['class', 'C has no classes: write struct'],
  ['public', 'C has no access words: remove it'],
  ['private', 'C has no access words: remove it'],
  ['function', 'write the type of the result instead, as in int f(void)'],
  ['def', 'write the type of the result instead, as in int f(void)'],
  ['fn', 'write the type of the result instead, as in int f(void)'],
]);

function entries(header: string, types: readonly string[]): (readonly [string, string])[] {
  return types.map((type) => [type, header] as const);
}
