#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define BODY_MAX 64

enum procedure { ADD = 1, UPPER = 2 };

/* --- marshalling: numbers with their highest byte first --- */

static void put16(unsigned char *at, unsigned int number) {
  at[0] = number >> 8;
  at[1] = number;
}

static unsigned int get16(const unsigned char *at) {
  return (unsigned int)at[0] << 8 | at[1];
}

static void put32(unsigned char *at, int32_t number) {
  uint32_t bits = (uint32_t)number;
  for (int i = 0; i < 4; i++) at[i] = bits >> (24 - 8 * i);
}

static int32_t get32(const unsigned char *at) {
  uint32_t bits = 0;
  for (int i = 0; i < 4; i++) bits = bits << 8 | at[i];
  return (int32_t)bits;
}

/* --- the network: it may cut what is sent into pieces --- */

static void transmit(int connection, const unsigned char *bytes, size_t count) {
  size_t half = count / 2;
  write(connection, bytes, half);
  write(connection, bytes + half, count - half);
}

/* Waits until all of them are there. */
static void receive(int connection, unsigned char *bytes, size_t count) {
  size_t got = 0;
  while (got < count) {
    ssize_t more = read(connection, bytes + got, count - got);
    if (more <= 0) exit(1);
    got += more;
  }
}

/* --- messages: two bytes of length, then the body --- */

static void send_body(int connection, const unsigned char *body, size_t length) {
  unsigned char message[2 + BODY_MAX];
  put16(message, length);
  memcpy(message + 2, body, length);
  transmit(connection, message, 2 + length);
}

static size_t receive_body(int connection, unsigned char *body) {
  unsigned char length[2];
  receive(connection, length, 2);
  size_t count = get16(length);
  if (count > BODY_MAX) exit(1);
  receive(connection, body, count);
  return count;
}

static void show(const unsigned char *body, size_t length) {
  printf("request");
  for (size_t i = 0; i < length; i++) printf(" %02x", body[i]);
  printf("\n");
}

/* --- the client's stubs: they look like the procedures themselves --- */

static int32_t add(int connection, int32_t a, int32_t b) {
  unsigned char body[BODY_MAX] = {ADD};
  int length = 1 + snprintf((char *)body + 1, BODY_MAX - 1, "%d %d", a, b);
  show(body, length);
  send_body(connection, body, length);
  receive_body(connection, body);
  return get32(body);
}

static void upper(int connection, const char *text, char *result) {
  unsigned char body[BODY_MAX] = {UPPER};
  size_t length = strlen(text);
  put16(body + 1, length);
  memcpy(body + 3, text, length);
  show(body, 3 + length);
  send_body(connection, body, 3 + length);
  receive_body(connection, body);
  length = get16(body);
  memcpy(result, body + 2, length);
  result[length] = '\0';
}

/* --- the server's stub: takes one request apart, calls the procedure, sends back what it gives --- */

static void serve(int connection) {
  unsigned char body[BODY_MAX] = "";
  receive_body(connection, body);
  if (body[0] == ADD) {
    char *end;
    long first = strtol((char *)body + 1, &end, 10);
    put32(body, first + strtol(end, NULL, 10));
    send_body(connection, body, 4);
  } else if (body[0] == UPPER) {
    size_t length = get16(body + 1);
    for (size_t i = 0; i < length; i++) body[3 + i] = toupper(body[3 + i]);
    send_body(connection, body + 1, 2 + length);
  }
  _exit(0);
}

int main(int argc, char *argv[]) {
  if (argc < 3) return 2;
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0) {
    perror("socketpair");
    return 1;
  }
  pid_t pid = fork();
  if (pid < 0) {
    perror("fork");
    return 1;
  }
  if (pid == 0) {
    close(ends[0]);
    serve(ends[1]);
  }
  close(ends[1]);
  if (strcmp(argv[1], "add") == 0 && argc > 3) {
    int32_t a = atoi(argv[2]);
    int32_t b = atoi(argv[3]);
    int32_t sum = add(ends[0], a, b);
    printf("add(%d, %d) = %d\n", a, b, sum);
  } else {
    char result[BODY_MAX];
    upper(ends[0], argv[2], result);
    printf("upper(%s) = %s\n", argv[2], result);
  }
  close(ends[0]);
  waitpid(pid, NULL, 0);
  return 0;
}
