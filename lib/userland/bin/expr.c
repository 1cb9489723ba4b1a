/* expr(1): | & comparisons, + - * / %, string : pattern, match, substr, index, length, + word. */
#include <errno.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "complain.h"

enum { INVALID = 2, FAILED = 3 };

/* The words that are left, and what each part computes: text that may look like an integer. */
static char **words;

static char *copy_of(const char *text, size_t n) {
  char *copy = more_memory(NULL, n + 1);
  memcpy(copy, text, n);
  copy[n] = '\0';
  return copy;
}

static char *integer(long long value) {
  char text[32];
  return copy_of(text, (size_t)snprintf(text, sizeof text, "%lld", value));
}

static int is_integer(const char *text) {
  if (*text == '-') text++;
  return *text != '\0' && text[strspn(text, "0123456789")] == '\0';
}

static long long value_of(const char *text) {
  if (!is_integer(text)) give_up(INVALID, "non-integer argument");
  errno = 0;
  long long value = strtoll(text, NULL, 10);
  if (errno != 0) {
    complain_errno("%s", text);
    exit(FAILED);
  }
  return value;
}

/* Empty, or zero in whatever spelling. */
static int is_null(const char *text) {
  if (*text == '\0') return 1;
  if (*text == '-') text++;
  return *text != '\0' && text[strspn(text, "0")] == '\0';
}

static int next_is(const char *word) {
  if (*words == NULL || strcmp(*words, word) != 0) return 0;
  words++;
  return 1;
}

static char *take(void) {
  if (*words == NULL) give_up(INVALID, "syntax error: missing argument after '%s'", words[-1]);
  return *words++;
}

static char *any(void);

/* What the pattern's first group matches, or how much all of it does. */
static char *match(const char *text, const char *pattern) {
  regex_t compiled;
  regmatch_t found[2];
  int error = regcomp(&compiled, pattern, 0);
  if (error != 0) {
    char message[128];
    regerror(error, &compiled, message, sizeof message);
    give_up(INVALID, "%s", message);
  }
  int matches = regexec(&compiled, text, 2, found, 0) == 0 && found[0].rm_so == 0;
  size_t groups = compiled.re_nsub;
  regfree(&compiled);
  if (groups == 0) return integer(matches ? found[0].rm_eo : 0);
  if (!matches || found[1].rm_so < 0) return copy_of("", 0);
  return copy_of(text + found[1].rm_so, (size_t)(found[1].rm_eo - found[1].rm_so));
}

static char *substring(const char *text, const char *from, const char *length) {
  long long size = (long long)strlen(text);
  if (!is_integer(from) || !is_integer(length)) return copy_of("", 0);
  long long start = value_of(from), count = value_of(length);
  if (start < 1 || count < 1 || start > size) return copy_of("", 0);
  if (count > size - start + 1) count = size - start + 1;
  return copy_of(text + start - 1, (size_t)count);
}

static char *basic(void) {
  if (next_is("+")) {
    char *text = take();
    return copy_of(text, strlen(text));
  }
  if (next_is("(")) {
    char *inner = any();
    if (*words == NULL) give_up(INVALID, "syntax error: expecting ')' after '%s'", words[-1]);
    if (!next_is(")")) give_up(INVALID, "syntax error: expecting ')' instead of '%s'", *words);
    return inner;
  }
  if (*words != NULL && strcmp(*words, ")") == 0)
    give_up(INVALID, "syntax error: unexpected ')'");
  char *text = take();
  return copy_of(text, strlen(text));
}

static char *keyword(void) {
  if (next_is("length")) {
    char *text = keyword();
    return integer((long long)strlen(text));
  }
  if (next_is("match")) {
    char *text = keyword();
    return match(text, keyword());
  }
  if (next_is("index")) {
    char *text = keyword(), *set = keyword();
    size_t before = strcspn(text, set);
    return integer(text[before] == '\0' ? 0 : (long long)before + 1);
  }
  if (next_is("substr")) {
    char *text = keyword(), *from = keyword();
    return substring(text, from, keyword());
  }
  return basic();
}

static char *matching(void) {
  char *left = keyword();
  while (next_is(":")) left = match(left, keyword());
  return left;
}

static char *product(void) {
  char *left = matching();
  for (;;) {
    char sign = next_is("*") ? '*' : next_is("/") ? '/' : next_is("%") ? '%' : '\0';
    if (sign == '\0') return left;
    char *right = matching();
    long long a = value_of(left), b = value_of(right);
    if (sign != '*' && b == 0) give_up(INVALID, "division by zero");
    left = integer(sign == '*' ? a * b : sign == '/' ? a / b : a % b);
  }
}

static char *sum(void) {
  char *left = product();
  for (;;) {
    char sign = next_is("+") ? '+' : next_is("-") ? '-' : '\0';
    if (sign == '\0') return left;
    char *right = product();
    long long a = value_of(left), b = value_of(right);
    left = integer(sign == '+' ? a + b : a - b);
  }
}

/* Which comparison comes next: a bit each for less, equal, greater; 0: none. */
static int comparison(void) {
  if (next_is("<")) return 1;
  if (next_is("<=")) return 3;
  if (next_is("=") || next_is("==")) return 2;
  if (next_is("!=")) return 5;
  if (next_is(">=")) return 6;
  return next_is(">") ? 4 : 0;
}

static char *compared(void) {
  char *left = sum();
  for (int wanted; (wanted = comparison()) != 0;) {
    char *right = sum();
    int order = strcmp(left, right);
    if (is_integer(left) && is_integer(right)) {
      long long a = value_of(left), b = value_of(right);
      order = a < b ? -1 : a > b;
    }
    left = integer((wanted & (order < 0 ? 1 : order == 0 ? 2 : 4)) != 0);
  }
  return left;
}

static char *both(void) {
  char *left = compared();
  while (next_is("&")) {
    char *right = compared();
    if (is_null(left) || is_null(right)) left = integer(0);
  }
  return left;
}

static char *any(void) {
  char *left = both();
  while (next_is("|")) {
    char *right = both();
    if (is_null(left)) left = is_null(right) ? integer(0) : right;
  }
  return left;
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  words = argv + 1;
  if (argc > 1 && strcmp(argv[1], "--") == 0) words++;
  if (*words == NULL) {
    complain("missing operand");
    bad_option(INVALID);
  }
  char *result = any();
  if (*words != NULL) give_up(INVALID, "syntax error: unexpected argument '%s'", *words);
  puts(result);
  return finish_output() != 0 ? FAILED : is_null(result);
}
