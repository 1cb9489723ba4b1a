#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct record { char name[12]; int age; short kind; };
int main(void) {
  struct record r;
  memset(&r, 0, sizeof r);
  strcpy(r.name, "Ada");
  char buffer[32];
  memset(buffer, 'a', 16);
  memset(buffer + 16, 0, 4);
  printf("%s %zu %d\n", r.name, strlen(buffer), r.age);
  int *counts = malloc(10 * sizeof *counts);
  memset(counts, 0, 10 * sizeof *counts);
  counts[3]++;
  printf("%d\n", counts[3] + counts[9]);
  struct record *all = malloc(4 * sizeof *all);
  for (int i = 0; i < 4; i++) all[i] = r;
  printf("%d\n", memcmp(&all[0], &r, sizeof r));
  free(all);
  free(counts);
  return 0;
}
