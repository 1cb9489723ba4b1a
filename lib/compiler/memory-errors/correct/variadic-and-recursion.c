#include <stdarg.h>
#include <stdio.h>
#include <string.h>
static int sum(int n, ...) {
  va_list list;
  va_start(list, n);
  int total = 0;
  while (n-- > 0) total += va_arg(list, int);
  va_end(list);
  return total;
}
static void log_line(char *out, size_t size, const char *format, ...) {
  va_list list, again;
  va_start(list, format);
  va_copy(again, list);
  int length = vsnprintf(NULL, 0, format, again);
  va_end(again);
  vsnprintf(out, size, format, list);
  va_end(list);
  printf("%d: %s\n", length, out);
}
static void permute(char *text, int from) {
  char saved[8];
  if (text[from] == 0) { puts(text); return; }
  for (int i = from; text[i]; i++) {
    strcpy(saved, text);
    char c = text[from];
    text[from] = text[i];
    text[i] = c;
    permute(text, from + 1);
    strcpy(text, saved);
  }
}
int main(void) {
  char out[16], abc[] = "abc";
  printf("%d\n", sum(4, 1, 2, 3, 4));
  log_line(out, sizeof out, "%d %s", 5, "a long enough text");
  permute(abc, 0);
  return 0;
}
