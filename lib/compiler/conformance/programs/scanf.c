/* scanf: numbers, words, sets, widths, suppression, results. */
#include <stdio.h>

int main(void) {
  int a, b, n;
  long l;
  double d;
  float f;
  char word[20], set[20], c;
  unsigned x;
  n = scanf("%d %d", &a, &b);
  printf("%d: %d %d\n", n, a, b);
  n = scanf("%ld%lf%f", &l, &d, &f);
  printf("%d: %ld %g %g\n", n, l, d, f);
  n = scanf("%19s %c", word, &c);
  printf("%d: %s %c\n", n, word, c);
  n = scanf("%x %o %i", &x, &a, &b);
  printf("%d: %x %d %d\n", n, x, a, b);
  n = scanf("%3d%2d%*d%d", &a, &b, &x);
  printf("%d: %d %d %u\n", n, a, b, x);
  n = scanf(" [%[a-z]]", set);
  printf("%d: %s\n", n, set);
  n = scanf(" %[^,],%d", set, &a);
  printf("%d: %s %d\n", n, set, a);
  n = scanf("%d", &a);
  printf("%d\n", n);
  n = scanf("%s", word);
  printf("%d %s\n", n, word);
  n = scanf("%d:%d", &a, &b);
  printf("%d %d %d\n", n, a, b);
  char line[40];
  scanf("%*[^\n]");
  getchar();
  if (fgets(line, sizeof line, stdin)) printf("line: %s", line);
  int sum = 0, k;
  while (scanf("%d", &k) == 1) sum += k;
  printf("sum %d %d\n", sum, feof(stdin) != 0);
  n = sscanf("10 20 rest of it", "%d %d %n", &a, &b, &k);
  printf("%d %d %d %d\n", n, a, b, k);
  n = sscanf("", "%d", &a);
  printf("%d\n", n);
  return 0;
}
