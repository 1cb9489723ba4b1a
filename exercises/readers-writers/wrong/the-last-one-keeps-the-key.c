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
  int readers;
  sem_t counting; /* guards readers */
  sem_t room;     /* taken by a writer, or by the readers together */
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
  sem_wait(&book->counting);
  book->readers = book->readers + 1;
  if (book->readers == 1) sem_wait(&book->room);
  sem_post(&book->counting);

  int whole = read_pages();

  sem_wait(&book->counting);
  book->readers = book->readers - 1;
  if (book->readers == 1) sem_post(&book->room);
  sem_post(&book->counting);

  if (!whole) book->torn = 1;
}

static void writer(void) {
  sem_wait(&book->room);
  write_pages();
  sem_post(&book->room);
}

int main(void) {
  book = mmap(NULL, sizeof *book, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (book == MAP_FAILED) {
    perror("mmap");
    return 1;
  }
  sem_init(&book->counting, 1, 1);
  sem_init(&book->room, 1, 1);

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

  sem_destroy(&book->counting);
  sem_destroy(&book->room);
  munmap(book, sizeof *book);
  return 0;
}
