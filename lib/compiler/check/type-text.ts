/** Types as C writes them: "const char *", "int (*)(int, char **)", "struct node[4]". For messages. */
import { assertNever } from '../../abi/assert-never';
import type { FunctionType, QualifiedType, Type } from '../types';

export function typeText(type: Type | QualifiedType): string {
  return declarationText(type, '');
}

/** With its article: "an 'int'", "a 'char *'". */
export function aType(type: Type | QualifiedType): string {
  const text = typeText(type);
  return `${/^[aeiou]/.test(text) ? 'an' : 'a'} '${text}'`;
}

/** "int count", "char *name[4]": a declaration of `name`; without a name, the type. */
export function declarationText(type: Type | QualifiedType, name: string): string {
  return 'kind' in type ? written(type, '', name) : written(type.type, qualifierText(type), name);
}

function qualifierText(type: QualifiedType): string {
  return `${type.const ? 'const ' : ''}${type.volatile ? 'volatile ' : ''}${type.atomic === true ? '_Atomic ' : ''}`;
}

function written(type: Type, qualifiers: string, inner: string): string {
  switch (type.kind) {
    case 'void':
      return base(`${qualifiers}void`, inner);
    case 'integer':
    case 'floating':
      return base(`${qualifiers}${type.name}`, inner);
    case 'enum':
      return base(`${qualifiers}enum ${type.tag ?? '(unnamed)'}`, inner);
    case 'record':
      if (type.tag === null && type.alias !== undefined) {
        return base(`${qualifiers}${type.alias}`, inner);
      }
      return base(
        `${qualifiers}${type.union ? 'union' : 'struct'} ${type.tag ?? '(unnamed)'}`,
        inner,
      );
    case 'pointer': {
      const target = type.to;
      const own = `*${qualifiers === '' ? '' : `${qualifiers.trim()}${inner === '' ? '' : ' '}`}${inner}`;
      const wrapped =
        target.type.kind === 'array' || target.type.kind === 'function' ? `(${own})` : own;
      return written(target.type, qualifierText(target), wrapped);
    }
    case 'array': {
      const count = type.length !== undefined ? '*' : (type.count ?? '');
      return written(type.of.type, qualifierText(type.of), `${inner}[${count}]`);
    }
    case 'function':
      return written(
        type.result.type,
        qualifierText(type.result),
        `${inner}(${parametersText(type)})`,
      );
    case 'error':
      return base('?', inner);
    default:
      return assertNever(type);
  }
}

function base(word: string, inner: string): string {
  if (inner === '') return word;
  return inner.startsWith('[') ? `${word}${inner}` : `${word} ${inner}`;
}

function parametersText(type: FunctionType): string {
  if (!type.prototype) return '';
  const parameters = type.parameters.map((parameter) => typeText(parameter));
  if (type.variadic) parameters.push('...');
  return parameters.length === 0 ? 'void' : parameters.join(', ');
}
