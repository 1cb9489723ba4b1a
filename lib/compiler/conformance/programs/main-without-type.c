#include <stdio.h>
main() {
  printf("old\n");
}
