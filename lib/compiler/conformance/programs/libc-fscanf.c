/* scanf on streams: what is left in the stream after a mismatch; standard input by words and lines. */
#include <stdio.h>
#include <string.h>

static FILE *stream_of(const char *text) {
  FILE *stream = tmpfile();
  fputs(text, stream);
  rewind(stream);
  return stream;
}

static void rest(FILE *stream) {
  int c;
  printf(" rest [");
  while ((c = fgetc(stream)) != EOF) putchar(c);
  printf("] eof %d\n", feof(stream) != 0);
  fclose(stream);
}

int main(void) {
  int a = 0, b = 0, n = 0;
  char word[20] = "", other[20] = "";
  double d = 0;
  FILE *s = stream_of("12 abc 3.5xyz");
  printf("%d", fscanf(s, "%d %s %lf", &a, word, &d));
  printf(" %d %s %g", a, word, d);
  rest(s);
  s = stream_of("12,x34");
  printf("%d", fscanf(s, "%d,%d", &a, &b));
  rest(s);
  s = stream_of("-");
  printf("%d", fscanf(s, "%d", &a));
  rest(s);
  s = stream_of("0x");
  printf("%d", fscanf(s, "%x", (unsigned *)&a));
  rest(s);
  s = stream_of("1e+z");
  printf("%d %g", fscanf(s, "%lf", &d), d);
  rest(s);
  s = stream_of("key = value # comment\nnext");
  printf("%d %s %s", fscanf(s, " %19[a-z] = %19[^#\n]%*[^\n]", word, other), word, other);
  rest(s);
  s = stream_of("aaa");
  printf("%d", fscanf(s, "%2c%n", word, &n));
  word[2] = '\0';
  printf(" %s %d", word, n);
  rest(s);
  s = stream_of("   ");
  printf("%d", fscanf(s, "%s", word));
  rest(s);
  s = stream_of("line one\nline two\n\nline four");
  char line[40];
  int count = 0;
  while (fscanf(s, "%39[^\n]", line) == 1 || !feof(s)) {
    printf("<%s>", line);
    line[0] = '\0';
    fgetc(s);
    if (++count > 6) break;
  }
  rest(s);
  int sum = 0, numbers = 0;
  while (scanf("%d", &a) == 1) {
    sum += a;
    numbers++;
  }
  printf("%d numbers, sum %d\n", numbers, sum);
  printf("%d %s\n", scanf("%19s", word), word);
  printf("%d %d %d\n", scanf("%d/%d", &a, &b), a, b);
  printf("%d\n", scanf("%d", &a));
  return 0;
}
