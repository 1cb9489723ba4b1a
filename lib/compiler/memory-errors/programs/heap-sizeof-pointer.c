#include <stdlib.h>
struct account { long number; double balance; char owner[20]; };
int main(void) {
  struct account *a = malloc(sizeof a);
  a->number = 1;
  a->balance = 2.5; // ERROR: out-of-bounds
  free(a);
  return 0;
}
