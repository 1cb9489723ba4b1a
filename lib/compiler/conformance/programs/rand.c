/* The numbers of rand() themselves: those of glibc. */
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  for (int i = 0; i < 5; i++) printf("%d ", rand());
  printf("\n");
  srand(1);
  printf("%d\n", rand());
  srand(2024);
  for (int i = 0; i < 40; i++) printf("%d%c", rand() % 100, i % 20 == 19 ? '\n' : ' ');
  return 0;
}
