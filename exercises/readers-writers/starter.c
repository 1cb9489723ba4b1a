#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define READERS 2
#define WRITERS 2

struct book {
  int left;  /* both pages say the same edition */
  int right; /* unless somebody is just writing */
  int torn;  /* readers who saw two editions at once */
  /* What do readers and writers need to keep out of each other's way? */
};

static struct book *book;

static int read_pages(void) {
  int left = book->left;
  int right = book->right;
  return left == right;
}

static void write_pages(void) {
  book->left = book->left + 1;
  book->right = book->right + 1;
}

static void reader(void) {
  int whole = read_pages();
  if (!whole) book->torn = 1;
}

static void writer(void) {
  write_pages();
}

int main(void) {
  book = mmap(NULL, sizeof *book, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (book == MAP_FAILED) {
    perror("mmap");
    return 1;
  }

  for (int i = 0; i < READERS + WRITERS; i++) {
    if (fork() == 0) {
      if (i < READERS)
        reader();
      else
        writer();
      exit(0);
    }
  }
  for (int i = 0; i < READERS + WRITERS; i++) wait(NULL);
  printf("edition %d, %s\n", book->left, book->torn ? "torn" : "whole");

  munmap(book, sizeof *book);
  return 0;
}
