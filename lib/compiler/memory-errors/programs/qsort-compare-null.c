#include <stdlib.h>
#include <string.h>
static int by_text(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b); // ERROR: null-pointer
}
int main(void) {
  char *names[3] = {"b", "a", NULL};
  qsort(names, 3, sizeof *names, by_text);
  return 0;
}
