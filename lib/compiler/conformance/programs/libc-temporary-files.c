/* tmpfile, tmpnam, tempnam. */
#define _DEFAULT_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void) {
  FILE *a = tmpfile(), *b = tmpfile();
  fputs("for a", a);
  fputs("for b", b);
  rewind(a);
  rewind(b);
  char text[20];
  printf("%s", fgets(text, sizeof text, a));
  printf(" %s\n", fgets(text, sizeof text, b));
  fclose(a);
  fclose(b);
  char name[L_tmpnam];
  char *first = tmpnam(name);
  printf("%d %d %d\n", first == name, strncmp(name, P_tmpdir "/", 5) == 0, access(name, F_OK) == -1);
  char *path = tempnam("/tmp", "pre");
  printf("%d %d\n", strncmp(path, "/tmp/pre", 8) == 0, access(path, F_OK) == -1);
  free(path);
  return 0;
}
