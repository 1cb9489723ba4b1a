#include <limits.h>
int main(int argc, char **argv) {
  (void)argv;
  int least = INT_MIN;
  return least / -argc; // ERROR: signed-overflow
}
