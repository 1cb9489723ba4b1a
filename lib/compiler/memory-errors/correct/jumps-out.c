#include <setjmp.h>
#include <stdio.h>
#include <string.h>
static jmp_buf place;
static void deep(int n) {
  char buffer[50];
  int unset[4];
  memset(buffer, n, sizeof buffer);
  if (n == 0) longjmp(place, 7);
  unset[0] = n;
  deep(n - unset[0]);
}
static int after(int n) {
  char text[40];
  int values[8];
  for (int i = 0; i < 8; i++) values[i] = n + i;
  snprintf(text, sizeof text, "%d", values[7]);
  return (int)strlen(text);
}
int main(void) {
  volatile int rounds = 0;
  int code = setjmp(place);
  if (code == 0) deep(3);
  rounds++;
  if (rounds < 3) longjmp(place, rounds + 10);
  printf("%d %d %d\n", code, rounds, after(1000));
  return 0;
}
