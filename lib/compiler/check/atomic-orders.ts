/** Orders that an atomic operation can't have (C11 7.17.7), as gcc's -Winvalid-memory-model tells them. */
import type { Expression } from '../typed-tree';
import type { Checker } from './checker';

const ORDERS = ['relaxed', 'consume', 'acquire', 'release', 'acq_rel', 'seq_cst'] as const;
type Order = (typeof ORDERS)[number];

const OF_LOADS: readonly Order[] = ['release', 'acq_rel'];
const OF_STORES: readonly Order[] = ['consume', 'acquire', 'acq_rel'];

export function checkMemoryOrders(
  checker: Checker,
  name: string,
  args: readonly Expression[],
): void {
  const last = args[args.length - 1];
  if (last === undefined || !/^__(atomic|c11_atomic)_/.test(name)) return;
  if (/_lock_free$|_init$/.test(name)) return;
  if (/compare_exchange/.test(name)) {
    judge(checker, args[args.length - 2], [], `a compare-and-exchange`);
    judge(checker, last, OF_LOADS, `a failing compare-and-exchange, which only loads`);
  } else if (/_load(_n)?$/.test(name)) judge(checker, last, OF_LOADS, 'a load');
  else if (/_(store(_n)?|clear)$/.test(name)) judge(checker, last, OF_STORES, 'a store');
  else judge(checker, last, [], 'an atomic operation');
}

function judge(
  checker: Checker,
  argument: Expression | undefined,
  refused: readonly Order[],
  what: string,
): void {
  if (argument?.kind !== 'integer-constant') return;
  const order = ORDERS[Number(argument.value)];
  if (order !== undefined && !refused.includes(order)) return;
  checker.warning(
    'memory-order',
    argument.span,
    order === undefined
      ? `${argument.value} is no memory order`
      : `'memory_order_${order}' isn't allowed for ${what}: 'memory_order_seq_cst' always is`,
  );
}
