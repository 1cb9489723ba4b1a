#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <getopt.h>
static void parse(int argc, char **argv) {
  int c, verbose = 0, li;
  static int flag;
  struct option lo[] = {{"verbose", no_argument, 0, 'v'}, {"output", required_argument, 0, 'o'}, {"level",
      optional_argument, 0, 'l'}, {"flag", no_argument, &flag, 42}, {0}};
  optind = 0;
  opterr = 0;
  flag = 0;
  while ((c = getopt_long(argc, argv, "vo:l::n:", lo, &li)) != -1) switch (c) {
    case 'v': verbose++;
    break;
    case 'o': printf("output=%s ", optarg);
    break;
    case 'l': printf("level=%s ", optarg ? optarg : "default");
    break;
    case 'n': printf("n=%d ", atoi(optarg));
    break;
    case 0: printf("long %s flag=%d ", lo[li].name, flag);
    break;
    case '?': printf("bad '%c' ", optopt ? optopt : '?');
    break;
  }
  printf("verbose=%d rest:", verbose);
  for (int i = optind; i < argc; i++) printf(" %s", argv[i]);
  printf("\n");
}

#define P(...) do { char *a[] = {"prog", __VA_ARGS__, NULL}; parse(sizeof a / sizeof *a - 1, a); } while (0)
int main(void) {
  P("-v", "-o", "file", "x", "y");
  P("-vvo", "f", "--", "-v");
  P("a", "-n5", "b", "--output=z", "-l3", "-l");
  P("--verb", "--flag", "--level=7", "--nope", "-q");
  P("-o");
  return 0;
}
