/* A recursive-descent calculator reading standard input. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

static const char *at;
static int failed;

static double sum(void);

static void skip(void) {
  while (*at == ' ') at++;
}

static double factor(void) {
  skip();
  if (*at == '(') {
    at++;
    double v = sum();
    skip();
    if (*at == ')') at++;
    else failed = 1;
    return v;
  }
  if (*at == '-') {
    at++;
    return -factor();
  }
  if (!isdigit((unsigned char)*at)) {
    failed = 1;
    return 0;
  }
  char *end;
  double v = strtod(at, &end);
  at = end;
  return v;
}

static double product(void) {
  double v = factor();
  for (;;) {
    skip();
    if (*at == '*') {
      at++;
      v *= factor();
    } else if (*at == '/') {
      at++;
      v /= factor();
    } else {
      return v;
    }
  }
}

static double sum(void) {
  double v = product();
  for (;;) {
    skip();
    if (*at == '+') {
      at++;
      v += product();
    } else if (*at == '-') {
      at++;
      v -= product();
    } else {
      return v;
    }
  }
}

int main(void) {
  char line[100];
  while (fgets(line, sizeof line, stdin)) {
    at = line;
    failed = 0;
    double v = sum();
    if (failed || *at != '\n') printf("error\n");
    else printf("%g\n", v);
  }
  return 0;
}
