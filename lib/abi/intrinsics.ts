/**
 * Intrinsics: library work that the processor does itself, for speed or because it cannot be C.
 * In C they are called as `__intrinsic_NAME(...)`, declared in the library's own header
 * <forkyard/intrinsics.h>; the compiler turns such a call into INTR. Arguments lie in the outgoing
 * slots, the result is left in outgoing slot 0. An intrinsic checks the memory it touches as a
 * student's own loads and stores are checked, and blames the caller outside the C library.
 * Each spends instructions in proportion to its work.
 */
export const INTRINSICS = [
  // memory: as C11 7.24
  'memcpy', // (void *d, const void *s, size_t n) -> d
  'memmove',
  'memset', // (void *d, int c, size_t n) -> d
  'memcmp', // -> int
  'strlen', // -> size_t
  'strcmp', // -> int
  'strcpy', // (char *d, const char *s) -> d
  // heap: as C11 7.22.3; headers live in simulated memory
  'malloc', // (size_t) -> void *
  'calloc', // (size_t, size_t)
  'realloc', // (void *, size_t)
  'free', // (void *)
  'aligned_alloc', // (size_t alignment, size_t bytes) -> void *
  'block_bytes', // (void *) -> size_t: as asked for; 0: no block begins there
  // numbers <-> text
  'format_double', // (char *out, size_t outMax, int conversion 'e'|'f'|'g'|'a' or upper case, int flags, int precision or -1, double) -> length; flags: 1 '#'. Digits only, no sign handling beyond '-'
  'parse_double', // (const char *s, size_t result[2], int single) -> double in slot 0; result: bytes consumed, out of range
  // mathematics: one double argument (two for pow, atan2, fmod, hypot, three for fma), double result
  'sqrt',
  'pow',
  'exp',
  'log',
  'log10',
  'log2',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'atan2',
  'sinh',
  'cosh',
  'tanh',
  'floor',
  'ceil',
  'trunc',
  'round',
  'fmod',
  'cbrt',
  'hypot',
  'exp2',
  'exp10',
  'expm1',
  'log1p',
  'asinh',
  'acosh',
  'atanh',
  'erf',
  'erfc',
  'lgamma',
  'tgamma',
  'fma',
  // control
  'setjmp', // (jmp_buf) -> 0, or longjmp's value
  'longjmp', // (jmp_buf, int): does not return
  // threads
  'thread_pointer', // () -> what tells this thread from others: its pthread_t
  // atomic read-modify-writes: whole between two instructions; `bytes` 1, 2, 4 or 8 for update
  'atomic_update', // (void *object, uint64_t value, int operation of abi/atomics, size_t bytes) -> uint64_t: the old or the new value
  'atomic_exchange', // (void *object, const void *value, void *old, size_t bytes)
  'atomic_compare', // (void *object, void *expected, const void *desired, size_t bytes) -> int: equal, and replaced; else expected is set
] as const;

export type IntrinsicName = (typeof INTRINSICS)[number];

export const intrinsicNumber: ReadonlyMap<string, number> = new Map(
  INTRINSICS.map((name, number) => [name, number]),
);
