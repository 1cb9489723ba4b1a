/** How wide the slots are that an instruction's operands name. */

/** True: 64 bits. From the names: …64 and …F64 work on 64 bits; exceptions by hand. */
export function isWideOperand(name: string, operand: string): boolean {
  if (!'dabc'.includes(operand)) return false;
  const conversion = /^[SUF](\d+)_[SUF](\d+)$/.exec(name);
  if (conversion) return conversion[operand === 'd' ? 2 : 1] === '64';
  if (/^(LD|ST)(8|16|32|64)/.test(name)) {
    return operand === 'a' || (name.endsWith('64') && !name.startsWith('LDG'));
  }
  if (/^(LD|ST)[XY]/.test(name)) {
    if (operand === 'a') return true;
    return operand === 'b' ? name[2] === 'Y' : name.endsWith('64');
  }
  if (name === 'ADDSX64') return operand !== 'b';
  if (/^(EQ|NE|LT|LE)[SUF]*64$/.test(name)) return operand !== 'd';
  if (/^NEZF?64$/.test(name)) return operand === 'a';
  if (/^SH[LR][SU]*64$/.test(name)) return operand !== 'b';
  if (name === 'SX64' || name === 'ZX64') return operand === 'd';
  if (name === 'PADD') return operand !== 'b';
  if (['PADD64', 'PDIFF', 'COPY', 'COPYA', 'CALLR', 'ALLOCA', 'ALLOCV', 'LEA'].includes(name))
    return true;
  return name.endsWith('64');
}
