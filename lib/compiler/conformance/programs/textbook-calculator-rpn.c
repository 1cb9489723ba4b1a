#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ctype.h>
#include <math.h>
#include <setjmp.h>
static const char *p;
static jmp_buf err;
static double expr(void);
static void skip(void) {
  while (isspace((unsigned char)*p)) p++;
}

static double factor(void) {
  skip();
  if (*p == '(') {
    p++;
    double v = expr();
    skip();
    if (*p != ')') longjmp(err, 1);
    p++;
    return v;
  }
  if (*p == '-') {
    p++;
    return -factor();
  }
  if (strncmp(p, "sqrt", 4) == 0) {
    p += 4;
    double v = factor();
    if (v < 0) longjmp(err, 3);
    return sqrt(v);
  }
  char *end;
  double v = strtod(p, &end);
  if (end == p) longjmp(err, 2);
  p = end;
  skip();
  if (*p == '^') {
    p++;
    return pow(v, factor());
  }
  return v;
}

static double term(void) {
  double v = factor();
  for (;;) {
    skip();
    if (*p == '*') {
      p++;
      v *= factor();
    } else if (*p == '/') {
      p++;
      double d = factor();
      if (d == 0) longjmp(err, 4);
      v /= d;
    } else if (*p == '%') {
      p++;
      v = fmod(v, factor());
    } else return v;
  }
}

static double expr(void) {
  double v = term();
  for (;;) {
    skip();
    if (*p == '+') {
      p++;
      v += term();
    } else if (*p == '-') {
      p++;
      v -= term();
    } else return v;
  }
}

int main(void) {
  char line[200];
  const char *m[] = {"", "missing )", "number expected", "negative root", "division by zero", "junk"};
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    int e = setjmp(err);
    if (e) {
      printf("%s => error at %ld: %s\n", line, (long)(p - line), m[e]);
      continue;
    }
    p = line;
    double v = expr();
    skip();
    if (*p) longjmp(err, 5);
    printf("%s => %.10g\n", line, v);
  }
  return 0;
}
