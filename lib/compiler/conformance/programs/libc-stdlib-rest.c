/* a64l, l64a, getsubopt, ecvt, fcvt, gcvt, abs; libgen; byte order; sys/param.h; path names. */
#include <byteswap.h>
#include <endian.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/param.h>

static void parts(const char *path) {
  char a[40], b[40];
  strcpy(a, path);
  strcpy(b, path);
  printf("[%s] [%s] [%s]\n", path, dirname(a), basename(b));
}

int main(void) {
  for (long n = 0; n < 3000000000L; n = n * 7 + 5) printf("%s %ld ", l64a(n), a64l(l64a(n)));
  printf("\n%ld %ld\n", a64l("zzzzzz"), a64l("/"));
  char *const tokens[] = {"ro", "size", "name", NULL};
  char text[] = "ro,size=10,unknown=3,name=,other", *options = text, *value;
  while (*options) {
    int found = getsubopt(&options, tokens, &value);
    printf("%d %s; ", found, value ? value : "null");
  }
  putchar('\n');
  static const double values[] = {0, 1, 3.14159, -123.456, 0.00123, 1e10, 999.25};
  for (int i = 0; i < 7; i++) {
    int point, negative;
    char small[40];
    printf("%s", ecvt(values[i], 5, &point, &negative));
    printf(" %d %d", point, negative);
    printf(" %s", fcvt(values[i], 3, &point, &negative));
    printf(" %d %d %s\n", point, negative, gcvt(values[i], 6, small));
  }
  static const char *const paths[] = {"/usr/lib", "/usr/", "usr", "/", ".", "..", "//a//b//", "a/b/c", "", "/a", "///"};
  for (int i = 0; i < 11; i++) parts(paths[i]);
  printf("%x %x %lx\n", bswap_16(0x1234), bswap_32(0x12345678), (unsigned long)bswap_64(0x123456789abcdef0));
  printf("%x %x %d %d\n", htobe16(0x1234), htole32(0x12345678), BYTE_ORDER == LITTLE_ENDIAN, be32toh(htobe32(77)) == 77);
  printf("%d %d %d %d %d\n", MIN(3, 5), MAX(3, 5), howmany(10, 4), roundup(10, 4), powerof2(16));
  printf("%d %ld %lld\n", abs(-5), labs(-5000000000L), llabs(-1LL));
  return 0;
}
