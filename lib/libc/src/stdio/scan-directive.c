/* Reading a scanf directive: C11 7.21.6.2, POSIX `%n$` and `%m`. */
#include <ctype.h>
#include <string.h>
#include <forkyard/scan.h>

static const char *parse_set(const char *at, struct directive *d) {
  d->inverted = *at == '^';
  if (d->inverted) at++;
  memset(d->member, d->inverted, 256);
  d->set = at;
  for (const char *first = at; *at && (*at != ']' || at == first); at++) {
    int low = (unsigned char)*at;
    d->member[low] = (char)!d->inverted;
    /* A range that runs backwards is three characters, as in glibc. */
    if (at[1] == '-' && at[2] && at[2] != ']' && low <= (unsigned char)at[2]) {
      for (int c = low; c <= (unsigned char)at[2]; c++) d->member[c] = (char)!d->inverted;
      at += 2;
    }
  }
  d->set_end = at;
  return *at ? at + 1 : at;
}

static int number(const char **at) {
  int value = 0;
  for (; isdigit((unsigned char)**at); ++*at)
    if (value < 100000000) value = value * 10 + (**at - '0');
  return value;
}

const char *__scan_parse(const char *at, struct directive *d) {
  d->suppress = d->allocate = d->length = d->position = 0;
  d->width = number(&at);
  if (d->width > 0 && *at == '$') {
    d->position = d->width;
    at++;
    d->width = 0;
  }
  for (; *at == '*' || *at == '\'' || *at == 'I'; at++)
    if (*at == '*') d->suppress = 1;
  if (d->width == 0) d->width = number(&at);
  if (*at == 'm') {
    d->allocate = 1;
    at++;
  }
  if (*at == 'h') {
    d->length = *++at == 'h' ? 'H' : 'h';
    if (d->length == 'H') at++;
  } else if (*at == 'l' || *at == 'z' || *at == 'Z' || *at == 'j' || *at == 't' || *at == 'q') {
    d->length = 'l';
    if (*at++ == 'l' && *at == 'l') at++;
  } else if (*at == 'L') {
    d->length = 'l';
    at++;
  }
  d->kind = (unsigned char)*at;
  if (*at) at++;
  if (d->kind == 'S' || d->kind == 'C') {
    d->kind += 'a' - 'A';
    d->length = 'l';
  }
  if (d->kind == '[') at = parse_set(at, d);
  return at;
}
