/* String and memory functions beyond C11. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static void at(const char *base, const void *found) {
  if (found) printf(" %td", (const char *)found - base);
  else printf(" none");
}

int main(void) {
  char text[60] = "the quick brown fox jumps over the lazy dog";
  at(text, memmem(text, strlen(text), "fox", 3));
  at(text, memmem(text, strlen(text), "cat", 3));
  at(text, memmem(text, strlen(text), "", 0));
  at(text, memrchr(text, 'o', strlen(text)));
  at(text, memrchr(text, 'Z', strlen(text)));
  at(text, rawmemchr(text, 'q'));
  at(text, strchrnul(text, 'x'));
  at(text, strchrnul(text, 'X'));
  at(text, strcasestr(text, "BROWN"));
  at(text, strcasestr(text, "purple"));
  at(text, index(text, 'k'));
  at(text, rindex(text, 'o'));
  putchar('\n');
  char buffer[20];
  memset(buffer, '#', sizeof buffer);
  printf("%td", (char *)mempcpy(buffer, "abc", 3) - buffer);
  printf(" %td", stpcpy(buffer, "hello") - buffer);
  printf(" %td", stpncpy(buffer, "hi", 5) - buffer);
  printf(" %d %d\n", buffer[3], buffer[5]);
  char *end = memccpy(buffer, "one two", ' ', 7);
  printf("%td %d\n", end - buffer, memccpy(buffer, "abc", 'z', 3) == NULL);
  bcopy("overlap", buffer, 8);
  bcopy(buffer, buffer + 2, 6);
  printf("%.8s %d %d\n", buffer, bcmp("ab", "ab", 2), bcmp("ab", "ac", 2) != 0);
  bzero(buffer, 3);
  explicit_bzero(buffer + 3, 3);
  printf("%d %d %c\n", buffer[0], buffer[5], buffer[6]);
  printf("%d %d %d %d %d\n", ffs(0), ffs(1), ffs(0x80), ffsl(1L << 40), ffsll(1LL << 63));
  char *copy = strdupa("on the stack"), *part = strndupa("shortened", 5);
  printf("%s %s\n", copy, part);
  copy = strndup("heap copy", 4);
  printf("[%s]\n", copy);
  free(copy);
  char fields[] = "a,,b;c", *rest = fields;
  for (char *f; (f = strsep(&rest, ",;")) != NULL;) printf("<%s>", f);
  char words[] = "  x  y ", *state;
  for (char *w = strtok_r(words, " ", &state); w; w = strtok_r(NULL, " ", &state)) printf("(%s)", w);
  putchar('\n');
  printf("%zu", strxfrm(buffer, "plain", sizeof buffer));
  printf(" %s\n", buffer);
  printf("%d %d %d\n", strcoll("a", "b") < 0, strcasecmp("HeLLo", "hEllO"), strncasecmp("abX", "ABy", 2));
  printf("%s %s\n", basename("/usr/lib/x.so"), basename("trailing/"));
  memfrob(text, 3);
  memfrob(text, 3);
  printf("%.3s\n", text);
  return 0;
}
