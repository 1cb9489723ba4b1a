// Switches in loops on values that the loop also uses as constants.
#include <stdio.h>

static unsigned dense(unsigned stop) {
  unsigned seen = 0;
  for (unsigned i = 0; i < 1u; i++, seen += i) {
    switch (1u % 7u) {
      case 0: seen += 10; break;
      case 1: if (stop) goto out;
      case 2: seen += 100;
      default:
      case 3: seen += 1000;
    }
  }
out:
  return seen;
}

static int chained(int n) {
  int sum = 0;
  for (int i = 0; i < n; i++) {
    switch (3) {
      case 3: sum += i * 3; break;
      default: sum += 1000;
    }
    switch (200) {
      case 1: case 2: case 4: sum = -1; break;
      case 100 ... 300: sum += 200; break;
      case 1000: case 2000: case 3000: sum = -2;
    }
  }
  return sum;
}

static int nested(int n) {
  int sum = 0;
  do {
    for (int k = 0; k < 2; k++) {
      switch (2) {
        case 0: sum += 1; continue;
        case 1: sum += 2; continue;
        case 2: sum += k < 2 ? 5 : 7; if (sum > 40) return sum; break;
        case 3: sum += 4;
      }
      sum *= 2;
    }
  } while (n-- > 2);
  return sum;
}

static int letters(const char *text) {
  int count = 0;
  for (; *text; text++) {
    switch (*text == 'a' ? 2 : 5) {
      case 2: count += 2; break;
      case 3: count += 1000; break;
      case 4: count += 2000; break;
      case 5: count += 5;
    }
    switch ('c') {
      case 'a': count += 9; break;
      case 'b': count += 99; break;
      case 'c': count += *text == 'c'; break;
      case 'd': count += 999;
    }
  }
  return count;
}

int main(void) {
  printf("%u %u\n", dense(0), dense(1));
  printf("%d\n", chained(5));
  printf("%d %d\n", nested(0), nested(9));
  printf("%d\n", letters("abracadabra"));
  return 0;
}
