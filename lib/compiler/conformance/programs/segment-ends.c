/* end(3): text, data, zeroed data, heap, stack lie in this order; the names may be the program's own, too. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

extern char etext, edata, end;
extern int _etext[], _edata[], _end[];

int initialized = 5, zeroed;
static int more_initialized[100] = {1}, more_zeroed[100];
static char *kept = &end;

int main(void) {
  int local;
  static int own = 3, own_zeroed;
  char *heap = malloc(10);
  printf("%d %d\n", (char *)main < &etext, (char *)printf != NULL);
  printf("%d %d\n", &etext < (char *)&initialized, (char *)&initialized < &edata);
  printf("%d %d\n", (char *)(more_initialized + 100) <= &edata, (char *)(&own + 1) <= &edata);
  printf("%d %d\n", &edata <= (char *)&zeroed, (char *)(&zeroed + 1) <= &end);
  printf("%d %d\n", &edata <= (char *)more_zeroed, (char *)(&own_zeroed + 1) <= &end);
  printf("%d %d %d\n", &end <= heap, heap < (char *)&local, (char *)sbrk(0) >= &end);
  printf("%d %d %d\n", (char *)_etext == &etext, (char *)_edata == &edata, (char *)_end == kept);
  free(heap);
  return 0;
}
