/* switch: dense, sparse, ranges, fall through, default anywhere, 64-bit, nested. */
#include <stdio.h>

static const char *dense(int x) {
  switch (x) {
  case 0: return "zero";
  case 1: return "one";
  case 2: return "two";
  case 3: return "three";
  case 4: return "four";
  case 6: return "six";
  default: return "many";
  }
}

static int sparse(int x) {
  switch (x) {
  case -1000: return 1;
  case -5: return 2;
  case 0: return 3;
  case 17: return 4;
  case 1000: return 5;
  case 100000: return 6;
  case 2147483647: return 7;
  case -2147483647 - 1: return 8;
  }
  return 0;
}

static int wide(long x) {
  switch (x) {
  case 1L << 40: return 1;
  case -1: return 2;
  case 5: return 3;
  default: return 4;
  }
}

static int unsigneds(unsigned x) {
  switch (x) {
  case 4294967295u: return 1;
  case 2147483648u: return 2;
  case 0: return 3;
  default: return 4;
  }
}

static int ranges(int c) {
  switch (c) {
  case '0' ... '9': return 1;
  case 'a' ... 'z':
  case 'A' ... 'Z': return 2;
  case ' ': return 3;
  }
  return 0;
}

int main(void) {
  for (int i = -1; i < 9; i++) printf("%s ", dense(i));
  printf("\n");
  int keys[] = {-1000, -5, 0, 17, 1000, 100000, 2147483647, -2147483647 - 1, 3, -6};
  for (int i = 0; i < 10; i++) printf("%d ", sparse(keys[i]));
  printf("\n%d %d %d %d\n", wide(1L << 40), wide(-1), wide(5), wide(0));
  printf("%d %d %d %d\n", unsigneds(-1), unsigneds(1u << 31), unsigneds(0), unsigneds(9));
  for (const char *p = "aZ5 ,"; *p; p++) printf("%d ", ranges(*p));
  printf("\n");
  for (int i = 0; i < 6; i++) {
    int n = 0;
    switch (i) {
    default: n += 100;
    case 1: n += 1;
    case 2: n += 2; break;
    case 3:
      switch (n) {
      case 0: n = 50; break;
      case 1: n = 60;
      }
      n++;
    case 4: n += 1000;
    }
    printf("%d ", n);
  }
  printf("\n");
  int n = 10, count = 7;
  switch (count % 4) {
  case 0: do { n++;
  case 3: n += 10;
  case 2: n += 100;
  case 1: n += 1000;
    } while ((count -= 4) > 0);
  }
  printf("%d\n", n);
  char c = 'b';
  switch (c) {
  case 'a': printf("a\n"); break;
  case 'b': printf("b\n"); break;
  }
  for (int i = 0; i < 5; i++) {
    switch (i) {
    case 2: continue;
    case 4: break;
    default: printf("%d ", i);
    }
    printf("after ");
  }
  printf("\n");
  return 0;
}
