/* The text of a number, as far as scanf takes it: C11 7.21.6.2, and glibc where it takes more. */
#include <ctype.h>
#include <string.h>
#include <forkyard/scan.h>

/* What was taken, and how much more may be. `c` is the character looked at. */
struct taking {
  struct source *source;
  char *text;
  int n, limit;
  int c;
};

static void begin(struct taking *t, struct source *source, const struct directive *d, char *text) {
  t->source = source;
  t->text = text;
  t->n = 0;
  t->limit = d->width > 0 && d->width < SCAN_NUMBER_MAX ? d->width : SCAN_NUMBER_MAX - 1;
  t->c = __scan_next(source);
}

/* The character belongs; looks at the next one if the width allows. */
static void skip(struct taking *t) {
  t->limit--;
  t->c = t->limit > 0 ? __scan_next(t->source) : EOF;
}

static void take(struct taking *t) {
  t->text[t->n++] = (char)t->c;
  skip(t);
}

static void finish(struct taking *t) {
  if (t->limit > 0) __scan_back(t->source, t->c);
  t->text[t->n] = '\0';
}

static int digit_value(int c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

static int lower(int c) {
  return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

/* The rest of a word, its first letter being looked at. */
static int word(struct taking *t, const char *rest) {
  for (; *rest; rest++) {
    if (lower(t->c) != *rest) return 0;
    take(t);
  }
  return 1;
}

int __scan_integer(struct source *source, const struct directive *d, char *text, int base) {
  struct taking t;
  int digits = 0;
  begin(&t, source, d, text);
  if (t.c == '-' || t.c == '+') take(&t);
  if (t.c == '0' && (base == 0 || base == 16)) {
    take(&t);
    digits++;
    if (lower(t.c) == 'x') {
      /* glibc takes the x of "0xg", too; the number is 0 then. */
      skip(&t);
      base = 16;
      t.text[t.n++] = 'x';
    } else if (base == 0) {
      base = 8;
    }
  }
  if (base == 0) base = 10;
  while (digit_value(t.c) < base) {
    take(&t);
    digits++;
  }
  if (digits == 0 && d->kind == 'p' && t.n == 0 && t.c == '(' && word(&t, "(nil)")) {
    finish(&t);
    strcpy(text, "0");
    return 1;
  }
  finish(&t);
  return digits > 0 ? t.n : 0;
}

int __scan_floating(struct source *source, const struct directive *d, char *text) {
  struct taking t;
  begin(&t, source, d, text);
  if (t.c == '-' || t.c == '+') take(&t);
  int sign = t.n;
  int first = lower(t.c);
  if (first == 'n' || first == 'i') {
    int matched = word(&t, first == 'n' ? "nan" : "inf");
    if (matched && first == 'i' && lower(t.c) == 'i') matched = word(&t, "inity");
    finish(&t);
    return matched ? t.n : 0;
  }
  int digits = 0, dot = 0, exponent = 0;
  int hexadecimal = 0;
  if (t.c == '0') {
    take(&t);
    digits++;
    if (lower(t.c) == 'x') {
      take(&t);
      hexadecimal = 1;
      digits = 0;
    }
  }
  int mark = hexadecimal ? 'p' : 'e';
  for (; t.c != EOF; take(&t)) {
    if (t.c >= '0' && t.c <= '9') digits++;
    else if (hexadecimal && !exponent && digit_value(t.c) < 16) digits++;
    else if (exponent && (t.c == '-' || t.c == '+') && lower(t.text[t.n - 1]) == mark) {
    } else if (digits > 0 && !exponent && lower(t.c) == mark) exponent = dot = 1;
    else if (t.c == '.' && !dot) dot = 1;
    else break;
  }
  finish(&t);
  if (t.n == sign || (hexadecimal && t.n == sign + 2)) return 0;
  return digits > 0 ? t.n : 0;
}
