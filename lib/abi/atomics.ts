/** What the intrinsic `atomic_update` does with the old value: the n-th of these is operation n. */
export const ATOMIC_OPERATIONS = ['exchange', 'add', 'sub', 'and', 'or', 'xor', 'nand'] as const;

export type AtomicOperation = (typeof ATOMIC_OPERATIONS)[number];

/** Added to the operation: the result is the new value, not the old one. */
export const ATOMIC_NEW_VALUE = 8;
