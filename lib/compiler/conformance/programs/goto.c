/* goto forwards, backwards, out of loops, into blocks. */
#include <stdio.h>

int main(void) {
  int i = 0;
again:
  printf("%d ", i);
  if (++i < 4) goto again;
  printf("\n");
  for (int a = 0; a < 10; a++)
    for (int b = 0; b < 10; b++)
      if (a * b == 42) {
        printf("%d %d\n", a, b);
        goto done;
      }
done:
  goto inside;
  {
    int hidden;
    printf("never\n");
  inside:
    hidden = 5;
    printf("%d\n", hidden);
  }
  int n = 0;
loop:
  if (n >= 3) goto end;
  n++;
  goto loop;
end:
  printf("%d\n", n);
  return 0;
}
