#include <stdio.h>
int main(void) {
  int h, m, n; char key[10], value[20]; float f; short s; unsigned char uc;
  n = sscanf("12:34", "%d:%d", &h, &m); printf("%d %d %d\n", n, h, m);
  n = sscanf("color = dark blue", "%9s = %19[^\n]", key, value); printf("%d %s|%s\n", n, key, value);
  n = sscanf("0x1A 077 -5", "%i %i %i", &h, &m, &n); printf("%d %d\n", h, m);
  n = sscanf("1.5e2 7 300", "%f %hd %hhu", &f, &s, &uc); printf("%d %g %d %d\n", n, f, s, uc);
  n = sscanf("abc", "%d", &h); printf("%d\n", n);
  n = sscanf("", "%d", &h); printf("%d\n", n);
  n = sscanf("10%", "%d%%%n", &h, &m); printf("%d %d %d\n", n, h, m);
  return 0;
}
