/**
 * The address space of a simulated process, low to high, as in the chapter's figure:
 *
 *   text | read-only data | initialized data | uninitialized data | heap -> | shared mappings | <- stack | arguments, environment
 *
 * Addresses are 64 bits wide as LP64 wants, but every mapped address lies below 2^31, so the
 * high word of a valid pointer is 0 and the low word is a non-negative int32.
 * The linker places text at TEXT_BASE and lays the other static segments after it, each on a page
 * boundary; the image carries their addresses.
 */
export const PAGE_SIZE = 4096;
export const PAGE_SHIFT = 12;

/** Address of the first instruction word; word `i` of the code has address TEXT_BASE + 4 * i. */
export const TEXT_BASE = 0x0040_0000;
/** Static data never starts below this address, so that text may grow without moving it. */
export const DATA_BASE_MIN = 0x0060_0000;
/** The heap may not grow to this address. */
export const HEAP_LIMIT = 0x3000_0000;
/** Shared memory and mmap regions are placed from here upwards. */
export const MAPPING_BASE = 0x4000_0000;
export const MAPPING_LIMIT = 0x7000_0000;
/** The stack grows down from here, at most STACK_BYTES_MAX (Linux's default limit, `ulimit -s`). */
export const STACK_TOP = 0x7fff_0000;
export const STACK_BYTES_MAX = 8 * 1024 * 1024;
/** Arguments and environment strings lie in [STACK_TOP, ARGUMENTS_LIMIT). */
export const ARGUMENTS_LIMIT = 0x7fff_f000;

/** Bytes of the frame record that CALL pushes: saved frame pointer (8), return address (8). */
export const FRAME_RECORD_BYTES = 16;
