/* $(( )) (XCU 2.6.4): C's integer expressions on longs, with assignment to the shell's variables. */
#include "shell.h"
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *at;
static const char *whole;
static int not_evaluated; /* inside of an operand that && || ?: skip */

static long assignment(void);

_Noreturn static void bad(const char *message) {
  fail(2, "arithmetic expression: %s: \"%s\"", message, whole);
}

static void skip_space(void) {
  while (*at == ' ' || *at == '\t' || *at == '\n') at++;
}

static bool take(const char *operator) {
  skip_space();
  if (*at != *operator) return false;
  size_t n = strlen(operator);
  if (strncmp(at, operator, n) != 0) return false;
  at += n;
  return true;
}

static long number_in(const char *text, const char **end) {
  char *stopped;
  errno = 0;
  long value = strtol(text, &stopped, 0);
  *end = stopped;
  return value;
}

static long variable_number(const char *name) {
  const char *value = value_of(name);
  if (!value) {
    if (options.unset_is_error) fail(2, "%s: parameter not set", name);
    return 0;
  }
  while (*value == ' ' || *value == '\t' || *value == '\n') value++;
  if (*value == '\0') return 0;
  const char *end;
  long number = number_in(value, &end);
  while (*end == ' ' || *end == '\t' || *end == '\n') end++;
  if (*end != '\0') fail(2, "Illegal number: %s", value);
  return number;
}

static long primary(void) {
  skip_space();
  if (take("(")) {
    long value = assignment();
    if (!take(")")) bad("expecting ')'");
    return value;
  }
  size_t n = name_length(at);
  if (n > 0) {
    const char *name = arena_copy(&scratch, at, n);
    at += n;
    return variable_number(name);
  }
  if (*at < '0' || *at > '9') bad("expecting primary");
  return number_in(at, &at);
}

static long unary(void) {
  skip_space();
  switch (*at) {
    case '+':
      at++;
      return unary();
    case '-':
      at++;
      return (long)(0 - (unsigned long)unary());
    case '~':
      at++;
      return ~unary();
    case '!':
      if (at[1] == '=') break;
      at++;
      return !unary();
    default:
      break;
  }
  return primary();
}

static long divided(long a, long b, char operator) {
  if (b == 0) {
    if (not_evaluated) return 0;
    bad("division by zero");
  }
  if (b == -1) return operator == '/' ? (long)(0 - (unsigned long)a) : 0;
  return operator == '/' ? a / b : a % b;
}

/* Binary operators by precedence, loosest first; a longer operator before one that begins it. */
static const char *const levels[][5] = {{"|", NULL},          {"^", NULL},       {"&", NULL},
                                        {"==", "!=", NULL},   {"<=", ">=", "<", ">", NULL},
                                        {"<<", ">>", NULL},   {"+", "-", NULL},  {"*", "/", "%", NULL}};
enum { LEVELS = sizeof levels / sizeof *levels };

static long apply(const char *operator, long a, long b) {
  unsigned long x = (unsigned long)a, y = (unsigned long)b;
  switch (operator[0]) {
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '&':
      return a & b;
    case '=':
      return a == b;
    case '!':
      return a != b;
    case '<':
      return operator[1] == '=' ? a <= b : operator[1] == '<' ? (long)(x << (y & 63)) : a < b;
    case '>':
      return operator[1] == '=' ? a >= b : operator[1] == '>' ? a >> (y & 63) : a > b;
    case '+':
      return (long)(x + y);
    case '-':
      return (long)(x - y);
    case '*':
      return (long)(x * y);
    default:
      return divided(a, b, operator[0]);
  }
}

/* The operator of this level that stands here, but not the beginning of a longer one (| of ||, < of <<=). */
static const char *operator_at(int level) {
  skip_space();
  if (*at == '\0' || *at == ')') return NULL;
  for (int k = 0; k < 5 && levels[level][k]; k++) {
    const char *operator = levels[level][k];
    if (*at != *operator) continue;
    size_t n = strlen(operator);
    if (strncmp(at, operator, n) != 0) continue;
    char after = at[n];
    bool comparison = operator[0] == '=' || operator[0] == '!' || (n == 2 && operator[1] == '=');
    if (!comparison && after == '=') continue;
    if (n == 1 && (operator[0] == '|' || operator[0] == '&' || operator[0] == '<' || operator[0] == '>') &&
        after == operator[0])
      continue;
    return operator;
  }
  return NULL;
}

static long binary(int level) {
  if (level == LEVELS) return unary();
  long left = binary(level + 1);
  for (const char *operator; (operator = operator_at(level));) {
    at += strlen(operator);
    left = apply(operator, left, binary(level + 1));
  }
  return left;
}

static long logical_and(void) {
  long left = binary(0);
  while (take("&&")) {
    not_evaluated += !left;
    long right = binary(0);
    not_evaluated -= !left;
    left = left && right;
  }
  return left;
}

static long logical_or(void) {
  long left = logical_and();
  while (take("||")) {
    not_evaluated += left != 0;
    long right = logical_and();
    not_evaluated -= left != 0;
    left = left || right;
  }
  return left;
}

static long conditional(void) {
  long condition = logical_or();
  if (!take("?")) return condition;
  not_evaluated += !condition;
  long yes = assignment();
  not_evaluated -= !condition;
  if (!take(":")) bad("expecting ':'");
  not_evaluated += condition != 0;
  long no = conditional();
  not_evaluated -= condition != 0;
  return condition ? yes : no;
}

static long assignment(void) {
  skip_space();
  const char *start = at;
  size_t n = name_length(at);
  if (n > 0) {
    const char *name = arena_copy(&scratch, at, n);
    at += n;
    skip_space();
    static const char *const operators[] = {"<<=", ">>=", "+=", "-=", "*=", "/=", "%=", "&=", "^=", "|=", "="};
    for (size_t k = 0; k < sizeof operators / sizeof *operators; k++) {
      if (k == 10 && at[1] == '=') break;
      if (!take(operators[k])) continue;
      long right = assignment();
      if (not_evaluated) return right;
      long value = k == 10 ? right : apply(operators[k], variable_number(name), right);
      set_number(name, value);
      return value;
    }
  }
  at = start;
  return conditional();
}

long arithmetic(const char *text) {
  const char *outer_at = at, *outer_whole = whole;
  int outer_not_evaluated = not_evaluated;
  at = whole = text;
  not_evaluated = 0;
  skip_space();
  long value = *at == '\0' ? 0 : assignment();
  while (take(",")) value = assignment();
  skip_space();
  if (*at != '\0') bad("expecting EOF");
  at = outer_at;
  whole = outer_whole;
  not_evaluated = outer_not_evaluated;
  return value;
}
