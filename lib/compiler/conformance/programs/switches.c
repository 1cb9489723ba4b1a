#include <stdio.h>
static const char *dense(int n) {
  switch (n) {
    case 0: return "zero";
    case 1: return "one";
    case 2: case 3: return "few";
    case 4: case 5: case 6: return "some";
    case -1: return "minus";
    default: return "many";
  }
}
static int sparse(long n) {
  int r = 0;
  switch (n) {
    case 1000000000000L: r = 1; break;
    case -5: r += 2;
    case 70: r += 4;
    default: r += 8; break;
    case 'a' ... 'e': r = 99;
  }
  return r;
}
int main(void) {
  for (int i = -2; i < 9; i++) printf("%s ", dense(i));
  printf("\n%d %d %d %d %d %d\n", sparse(1000000000000L), sparse(-5), sparse(70), sparse(1), sparse('c'), sparse(1000000000000L >> 1));
  int count = 10, n = (count + 3) / 4, sum = 0;
  switch (count % 4) {
    case 0: do { sum += 1;
    case 3: sum += 10;
    case 2: sum += 100;
    case 1: sum += 1000;
    } while (--n > 0);
  }
  printf("%d\n", sum);
  switch (3) { int hidden; case 3: hidden = 4; printf("%d\n", hidden); }
  unsigned char c = 200;
  switch (c) { case 200: printf("uc\n"); break; case -56: printf("sc\n"); }
  return 0;
}
