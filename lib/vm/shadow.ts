/**
 * Shadow memory: one byte for each 8-byte granule of a process's memory says what a pointer may
 * do there. 0: all eight bytes may be accessed; 1 to 7: only the first that many. 8 to 15: the same
 * (8 for all eight), but some of them were never given a value: which, a second byte for the
 * granule tells, one bit a byte (see initialized.ts). Any other value is a kind of redzone and
 * names why an access is an error. Frame slots that the compiler accesses directly aren't checked.
 */
export const GRANULE_SHIFT = 3;
export const GRANULE_BYTES = 8;

export const Shadow = {
  accessible: 0,
  /** Added to 0 to 7: not wholly initialized. The processor's loop knows the value by number. */
  unset: 8,
  /** Headers and rounding around heap blocks. */
  heapRedzone: 0xf1,
  /** A heap block that was freed. */
  freed: 0xf2,
  /** Heap memory that malloc hasn't handed out. */
  unallocated: 0xf3,
  /** Between objects with static storage. */
  globalRedzone: 0xf4,
  /** Around arrays and structs of a frame. */
  stackRedzone: 0xf5,
  /** Saved frame pointer and return address of a live frame. */
  frameRecord: 0xf6,
} as const;

/** Frame records are two granules and 16-byte aligned, so one 16-bit store sets both. */
export const FRAME_RECORD_SHADOW = 0xf6f6;

/** How many bytes of a granule, from its first, may be accessed. */
export function accessibleBytes(shadow: number): number {
  if (shadow === 0 || shadow === Shadow.unset) return GRANULE_BYTES;
  return shadow < 2 * Shadow.unset ? shadow & 7 : 0;
}

/** Whether some accessible bytes of the granule were never given a value. */
export function isUnset(shadow: number): boolean {
  return shadow >= Shadow.unset && shadow < 2 * Shadow.unset;
}
