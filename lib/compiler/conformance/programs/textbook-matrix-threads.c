#include <stdio.h>
#include <stdlib.h>
#include <pthread.h>
#define M 6
#define K 4
#define N 5
static int A[M][K], B[K][N], C[M][N];
struct v {
  int i, j;
};
static void *cell(void *p) {
  struct v *d = p;
  int s = 0;
  for (int k = 0; k < K; k++) s += A[d->i][k] * B[k][d->j];
  C[d->i][d->j] = s;
  free(d);
  pthread_exit(NULL);
}

int main(void) {
  for (int i = 0; i < M; i++) for (int k = 0; k < K; k++) A[i][k] = i + k;
  for (int k = 0; k < K; k++) for (int j = 0; j < N; j++) B[k][j] = k * j - 1;
  pthread_t t[M][N];
  for (int i = 0; i < M; i++) for (int j = 0; j < N; j++) {
    struct v *d = malloc(sizeof *d);
    d->i = i;
    d->j = j;
    if (pthread_create(&t[i][j], NULL, cell, d)) {
      perror("create");
      return 1;
    }
  }
  for (int i = 0; i < M; i++) for (int j = 0; j < N; j++) pthread_join(t[i][j], NULL);
  for (int i = 0; i < M; i++) {
    for (int j = 0; j < N; j++) printf("%4d", C[i][j]);
    printf("\n");
  }
  return 0;
}
