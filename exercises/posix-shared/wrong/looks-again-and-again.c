#include <fcntl.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define NAME "/blackboard"

struct board {
  sem_t written;
  char text[60];
};

/* The board, mapped into this process. */
static struct board *open_board(int flags) {
  int fd = shm_open(NAME, flags, 0600);
  if (fd < 0) {
    perror("shm_open");
    exit(1);
  }
  if ((flags & O_CREAT) && ftruncate(fd, sizeof(struct board)) < 0) {
    perror("ftruncate");
    exit(1);
  }
  struct board *board = mmap(NULL, sizeof *board, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (board == MAP_FAILED) {
    perror("mmap");
    exit(1);
  }
  return board;
}

static void write_on_board(const char *text) {
  struct board *board = open_board(O_RDWR);
  strcpy(board->text, text);
  sem_post(&board->written);
  munmap(board, sizeof *board);
  exit(0);
}

int main(int argc, char *argv[]) {
  struct board *board = open_board(O_CREAT | O_EXCL | O_RDWR);
  sem_init(&board->written, 1, 0);
  pid_t pid = fork();
  if (pid < 0) {
    perror("fork");
    return 1;
  }
  if (pid == 0) write_on_board(argc > 1 ? argv[1] : "nothing");
  while (((volatile char *)board->text)[0] == '\0');
  printf("on the board: %s\n", board->text);
  waitpid(pid, NULL, 0);
  sem_destroy(&board->written);
  munmap(board, sizeof *board);
  shm_unlink(NAME);
  return 0;
}
