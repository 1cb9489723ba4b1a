/* The parts of the scanf family, for the C library only. */
#ifndef _FORKYARD_SCAN_H
#define _FORKYARD_SCAN_H
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

/* Where text comes from. `get` gives a byte, or a character of wide input; -1 at the end. */
struct source {
  int (*get)(struct source *source);
  void (*unget)(struct source *source, int c);
  int wide;
  FILE *stream;
  const char *text;
  const wchar_t *wide_text;
  /* Taken so far, for %n. */
  int taken;
};

struct directive {
  int suppress, allocate;
  /* 0: none given. */
  int width;
  /* 'H' for hh, 'h', 0, 'l', 'L'. */
  int length;
  int kind;
  /* From `%n$`, or 0. */
  int position;
  /* For %[: which bytes belong; and the set as written. */
  char member[256];
  int inverted;
  const char *set, *set_end;
};

/* What a directive came to: stored or suppressed, no match, end of input before anything matched. */
enum outcome { MATCHED, MISMATCH, END_OF_INPUT };

/* Reads a directive after its '%'; returns what follows. */
const char *__scan_parse(const char *at, struct directive *directive);
int __scan_next(struct source *source);
void __scan_back(struct source *source, int c);
/* Takes the text of a number; its length, or 0. */
int __scan_integer(struct source *source, const struct directive *directive, char *text, int base);
int __scan_floating(struct source *source, const struct directive *directive, char *text);
/* %s, %c and %[. */
enum outcome __scan_text(struct source *source, const struct directive *directive, void *to);
int __scan(struct source *source, const char *format, va_list args);

#define SCAN_NUMBER_MAX 400
#endif
