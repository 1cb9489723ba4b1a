#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
#include <errno.h>
#include <sys/wait.h>

#define MAXARGS 32
struct command { char *argv[MAXARGS]; int argc; char *in, *out; int append; };

static int parse(char *line, struct command *cmds, int max)
{
    int n = 0;
    char *save1, *part;
    for (part = strtok_r(line, "|", &save1); part && n < max; part = strtok_r(NULL, "|", &save1)) {
        struct command *c = &cmds[n++];
        memset(c, 0, sizeof *c);
        char *save2, *word;
        for (word = strtok_r(part, " \t\n", &save2); word; word = strtok_r(NULL, " \t\n", &save2)) {
            if (strcmp(word, "<") == 0)
                c->in = strtok_r(NULL, " \t\n", &save2);
            else if (strcmp(word, ">") == 0 || strcmp(word, ">>") == 0) {
                c->append = word[1] == '>';
                c->out = strtok_r(NULL, " \t\n", &save2);
            } else
                c->argv[c->argc++] = word;
        }
        c->argv[c->argc] = NULL;
    }
    return n;
}

static int run_pipeline(struct command *cmds, int n)
{
    int prev = -1, fd[2], status = 0;
    pid_t last = -1;
    for (int i = 0; i < n; i++) {
        if (i < n - 1 && pipe(fd) < 0) { perror("pipe"); exit(1); }
        pid_t pid = fork();
        if (pid == 0) {
            if (prev != -1) { dup2(prev, STDIN_FILENO); close(prev); }
            if (i < n - 1) { close(fd[0]); dup2(fd[1], STDOUT_FILENO); close(fd[1]); }
            if (cmds[i].in) {
                int f = open(cmds[i].in, O_RDONLY);
                if (f < 0) { printf("%s: %s\n", cmds[i].in, strerror(errno)); exit(1); }
                dup2(f, 0); close(f);
            }
            if (cmds[i].out) {
                int f = open(cmds[i].out, O_WRONLY | O_CREAT | (cmds[i].append ? O_APPEND : O_TRUNC), 0644);
                dup2(f, 1); close(f);
            }
            execvp(cmds[i].argv[0], cmds[i].argv);
            printf("%s: %s\n", cmds[i].argv[0], strerror(errno));
            fflush(stdout);
            _exit(127);
        }
        if (prev != -1) close(prev);
        if (i < n - 1) { close(fd[1]); prev = fd[0]; }
        last = pid;
    }
    pid_t pid; int s;
    while ((pid = wait(&s)) > 0)
        if (pid == last) status = s;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(void)
{
    char line[256];
    int last = 0;
    while (printf("tsh> "), fflush(stdout), fgets(line, sizeof line, stdin)) {
        struct command cmds[8];
        printf("%s", line);
        int n = parse(line, cmds, 8);
        if (n == 0 || cmds[0].argc == 0) continue;
        if (!strcmp(cmds[0].argv[0], "exit")) exit(cmds[0].argc > 1 ? atoi(cmds[0].argv[1]) : last);
        if (!strcmp(cmds[0].argv[0], "cd")) {
            if (chdir(cmds[0].argv[1]) < 0) printf("cd: %s\n", strerror(errno));
            continue;
        }
        if (!strcmp(cmds[0].argv[0], "status")) { printf("%d\n", last); continue; }
        fflush(stdout);
        last = run_pipeline(cmds, n);
    }
    return 0;
}
