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
  /* To do: give a new object its size, and map it so that it is shared. */
  close(fd);
  struct board *board = calloc(1, sizeof *board);
  if (board == NULL) exit(1);
  return board;
}

static void write_on_board(const char *text) {
  struct board *board = open_board(O_RDWR);
  /* To do: write, and say that it is written. */
  strcpy(board->text, text);
  free(board);
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
  /* To do: wait until the text is there. */
  printf("on the board: %s\n", board->text);
  waitpid(pid, NULL, 0);
  sem_destroy(&board->written);
  free(board);
  /* To do: remove the object. */
  return 0;
}
