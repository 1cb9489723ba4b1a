/* Copies of structs whose padding was never written, in every way that people copy them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
struct mixed { char a; int b; short c; double d; char e; };
static void swap_bytes(void *x, void *y, size_t n) {
  char *p = x, *q = y;
  while (n--) {
    char t = *p;
    *p++ = *q;
    *q++ = t;
  }
}
static struct mixed made(int n) {
  struct mixed m;
  m.a = 'a';
  m.b = n;
  m.c = n + 1;
  m.d = n * 0.5;
  m.e = 'e';
  return m;
}
static int sum(struct mixed m) { return m.a + m.b + m.c + (int)m.d + m.e; }
int main(void) {
  struct mixed one = made(1), two = made(2), copy;
  copy = one;
  printf("%d\n", sum(copy));
  memcpy(&copy, &two, sizeof copy);
  printf("%d\n", sum(copy));
  char raw[sizeof copy];
  for (size_t i = 0; i < sizeof copy; i++) raw[i] = ((char *)&copy)[i];
  memcpy(&one, raw, sizeof raw);
  swap_bytes(&one, &two, sizeof one);
  printf("%d %d\n", sum(one), sum(two));
  struct mixed *heap = malloc(3 * sizeof *heap);
  for (int i = 0; i < 3; i++) {
    heap[i].a = i;
    heap[i].b = i;
    heap[i].c = i;
    heap[i].d = i;
    heap[i].e = i;
  }
  struct mixed *more = malloc(3 * sizeof *more);
  unsigned char *from = (unsigned char *)heap, *to = (unsigned char *)more;
  for (size_t n = 3 * sizeof *heap; n > 0; n--) *to++ = *from++;
  heap = realloc(heap, 10 * sizeof *heap);
  heap[3] = more[1];
  memmove(heap, heap + 1, 3 * sizeof *heap);
  swap_bytes(heap, heap + 1, sizeof *heap);
  printf("%d %d %d\n", sum(heap[0]), sum(heap[1]), sum(more[2]));
  int fd[2];
  if (pipe(fd) == 0) {
    write(fd[1], &one, sizeof one);
    write(fd[1], heap, 2 * sizeof *heap);
    struct mixed back;
    read(fd[0], &back, sizeof back);
    printf("%d\n", sum(back));
  }
  FILE *f = fopen("/tmp/mixed.bin", "w+");
  fwrite(&one, sizeof one, 1, f);
  fwrite(heap, sizeof *heap, 2, f);
  rewind(f);
  struct mixed read_back[2];
  printf("%zu\n", fread(read_back, sizeof read_back[0], 2, f));
  printf("%d\n", sum(read_back[1]));
  fclose(f);
  free(heap);
  free(more);
  return 0;
}
