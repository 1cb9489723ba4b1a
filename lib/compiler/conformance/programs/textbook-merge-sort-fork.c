#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/mman.h>
#include <sys/wait.h>
static void merge(int *a, int n, int m) {
  int *t = malloc(n * sizeof *t), i = 0, j = m, k = 0;
  while (i < m && j < n) t[k++] = a[j] < a[i] ? a[j++] : a[i++];
  while (i < m) t[k++] = a[i++];
  while (j < n) t[k++] = a[j++];
  memcpy(a, t, n * sizeof *t);
  free(t);
}

static void sort(int *a, int n, int depth) {
  if (n < 2) return;
  int m = n / 2;
  if (depth > 0) {
    pid_t l = fork();
    if (l == 0) {
      sort(a, m, depth - 1);
      _exit(0);
    }
    pid_t r = fork();
    if (r == 0) {
      sort(a + m, n - m, depth - 1);
      _exit(0);
    }
    waitpid(l, NULL, 0);
    waitpid(r, NULL, 0);
  } else {
    sort(a, m, 0);
    sort(a + m, n - m, 0);
  }
  merge(a, n, m);
}

int main(void) {
  int n = 64, *a = mmap(NULL, n * sizeof *a, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  unsigned s = 7;
  for (int i = 0; i < n; i++) {
    s = s * 1103515245u + 12345;
    a[i] = s >> 16 & 255;
  }
  sort(a, n, 2);
  for (int i = 0; i < n; i++) printf("%d%c", a[i], i % 16 == 15 ? '\n' : ' ');
  munmap(a, n * sizeof *a);
  return 0;
}
