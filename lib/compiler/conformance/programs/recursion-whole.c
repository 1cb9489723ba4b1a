/* Recursion: factorial, fibonacci, Ackermann, Hanoi, mutual, permutations. */
#include <stdio.h>

static unsigned long factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }
static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
static int ackermann(int m, int n) {
  if (m == 0) return n + 1;
  if (n == 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}
static int is_odd(int n);
static int is_even(int n) { return n == 0 ? 1 : is_odd(n - 1); }
static int is_odd(int n) { return n == 0 ? 0 : is_even(n - 1); }

static int moves;
static void hanoi(int n, char from, char to, char via) {
  if (n == 0) return;
  hanoi(n - 1, from, via, to);
  if (++moves <= 5) printf("%c%c ", from, to);
  hanoi(n - 1, via, to, from);
}

static void permute(char *s, int k, int n) {
  if (k == n) {
    printf("%s ", s);
    return;
  }
  for (int i = k; i < n; i++) {
    char t = s[k];
    s[k] = s[i];
    s[i] = t;
    permute(s, k + 1, n);
    t = s[k];
    s[k] = s[i];
    s[i] = t;
  }
}

static int gcd(int a, int b) { return b ? gcd(b, a % b) : a; }
static double power(double x, int n) {
  if (n == 0) return 1;
  double h = power(x, n / 2);
  return n % 2 ? h * h * x : h * h;
}

int main(void) {
  printf("%lu %d %d\n", factorial(20), fib(20), ackermann(2, 6));
  printf("%d %d\n", is_even(1000), is_odd(7));
  hanoi(8, 'A', 'C', 'B');
  printf("%d\n", moves);
  char s[] = "abcd";
  permute(s, 0, 4);
  printf("\n%d %g\n", gcd(1071, 462), power(1.5, 13));
  return 0;
}
