#include <stdio.h>
#include <stdbool.h>
#include <string.h>
#define P 5
#define R 3
static int avail[R] = {3, 3, 2}, max[P][R] = {{7, 5, 3}, {3, 2, 2}, {9, 0, 2}, {2, 2, 2}, {4, 3, 3}},
    alloc[P][R] = {{0, 1, 0}, {2, 0, 0}, {3, 0, 2}, {2, 1, 1}, {0, 0, 2}};
static bool safe(int *seq) {
  int work[R];
  bool fin[P] = {false};
  memcpy(work, avail, sizeof work);
  for (int n = 0; n < P; ) {
    bool found = false;
    for (int i = 0; i < P; i++) {
      if (fin[i]) continue;
      bool ok = true;
      for (int r = 0; r < R; r++) ok &= max[i][r] - alloc[i][r] <= work[r];
      if (ok) {
        for (int r = 0; r < R; r++) work[r] += alloc[i][r];
        fin[i] = found = true;
        seq[n++] = i;
      }
    }
    if (!found) return false;
  }
  return true;
}

static const char *request(int p, int a, int b, int c) {
  int q[R] = {a, b, c}, seq[P];
  for (int r = 0; r < R; r++) {
    if (q[r] > max[p][r] - alloc[p][r]) return "exceeds claim";
    if (q[r] > avail[r]) return "must wait";
  }
  for (int r = 0; r < R; r++) {
    avail[r] -= q[r];
    alloc[p][r] += q[r];
  }
  if (safe(seq)) return "granted";
  for (int r = 0; r < R; r++) {
    avail[r] += q[r];
    alloc[p][r] -= q[r];
  }
  return "unsafe";
}

int main(void) {
  int s[P];
  if (safe(s)) {
    printf("safe:");
    for (int i = 0; i < P; i++) printf(" P%d", s[i]);
    printf("\n");
  }
  printf("%s\n%s\n%s\n%s\n", request(1, 1, 0, 2), request(4, 3, 3, 0), request(0, 0, 2, 0), request(1, 9, 9,
      9));
  return 0;
}
