/** Tools that tell of the machine itself, whose answers aren't this host's: ps, pstree, top, ipcs and their kind. */
import { describe, expect, it } from 'vitest';
import { programNames, userlandExecutables } from './executables';
import { sh } from './testing/in-machine';

const stdout = (script: string) => sh(script).stdout;

describe('processes', () => {
  it('ps shows those of the session, in the formats that people ask for', () => {
    expect(stdout('ps; true')).toBe(
      [
        '    PID TTY          TIME CMD',
        '    100 ?        00:00:00 sh',
        '    101 ?        00:00:00 ps',
        '',
      ].join('\n'),
    );
    expect(stdout('ps -ef; true').split('\n')[0]).toBe(
      'UID          PID    PPID  C STIME TTY          TIME CMD',
    );
    expect(stdout('ps -ef; true')).toMatch(/^student +101 +100 .* ps -ef$/m);
    expect(stdout('ps aux; true')).toMatch(/^USER +PID %CPU %MEM +VSZ +RSS TTY +STAT START +TIME /);
    expect(stdout('sleep 9 & ps -o pid,ppid,comm,args -p $!; true')).toMatch(
      / PID +PPID COMMAND +COMMAND\n +101 +100 sleep +sleep 9\n$/,
    );
    expect(sh('ps -p 77777; ps -o nonsense').status).toBe(1);
  });

  it('ps shows zombies and stopped processes', () => {
    expect(
      stdout("sh -c 'sleep 0 & exec sleep 1' & sleep 0.5; ps -o stat=,comm= -e; true"),
    ).toMatch(/^Z +sleep <defunct>$/m);
    expect(stdout('sleep 9 & kill -STOP $!; ps -o stat= -p $!; true')).toBe('T\n');
  });

  it('pstree draws the tree', () => {
    expect(stdout('pstree; true')).toBe('init---sh---pstree\n');
    expect(stdout('pstree -p; true')).toBe('init(1)---sh(100)---pstree(101)\n');
    expect(stdout('sleep 5 & sleep 5 & sleep 5 & pstree 100; true')).toBe(
      'sh-+-pstree\n   `-3*[sleep]\n',
    );
    expect(stdout('(sleep 5 & sleep 5; true) & sleep 1; pstree 100; true')).toBe(
      'sh-+-pstree\n   `-sh---2*[sleep]\n',
    );
  });

  it('pgrep finds and pkill signals by name', () => {
    expect(stdout('sleep 9 & pgrep sleep; pgrep -l slee; pgrep -fx "sleep 9"; true')).toBe(
      '101\n101 sleep\n101\n',
    );
    expect(stdout('pgrep nothing; echo $?')).toBe('1\n');
    expect(stdout('sleep 9 & pkill sleep; wait $!; echo $?')).toBe('143\n');
  });

  it('top shows the machine and its processes', () => {
    const lines = stdout('sleep 9 & top -b -n 1; true').split('\n');
    expect(lines[0]).toMatch(/^top - 00:00:00 up 0 min, /);
    expect(lines[1]).toMatch(/^Tasks: +4 total, +1 running, +3 sleeping, +0 stopped, +0 zombie$/);
    expect(lines[6]).toMatch(/^ +PID USER +PR +NI +VIRT +RES +SHR S +%CPU +%MEM +TIME\+ COMMAND$/);
    expect(lines.filter((line) => line.endsWith(' sleep'))).toHaveLength(1);
    expect(stdout('top -b -n 2 -d 1 -p 1; true').match(/ init$/gm)).toHaveLength(2);
  });

  it('time tells virtual time', () => {
    expect(sh('time sleep 2').stderr).toMatch(/^real 2\.0\d\nuser 0\.00\nsys 0\.00\n$/);
  });
});

describe('System V IPC', () => {
  const program = `cat > make.c <<'END'
#include <stdio.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
int main(void) {
  printf("%d", shmget(0x1234, 5000, IPC_CREAT | 0600));
  printf(" %d", semget(IPC_PRIVATE, 3, 0644));
  printf(" %d\\n", msgget(0x99, IPC_CREAT | 0666));
}
END
cc make.c -o make && ./make > ids && read shm sem msg < ids
`;

  it('ipcs lists and ipcrm removes', () => {
    const listed = stdout(`${program} ipcs -m; ipcs -s; ipcs -q`);
    expect(listed).toMatch(/^0x00001234 \d+ +student +600 +5000 +0 +/m);
    expect(listed).toMatch(/^0x00000000 \d+ +student +644 +3 *$/m);
    expect(listed).toMatch(/^0x00000099 \d+ +student +666 +0 +0 *$/m);
    const rest = stdout(`${program} ipcrm -m $shm -s $sem; ipcrm -Q 0x99; ipcs`);
    expect(rest).not.toContain('student');
    expect(sh(`ipcrm -m 4711`)).toEqual({
      stdout: '',
      stderr: 'ipcrm: invalid id (4711)\n',
      status: 1,
    });
  });
});

describe('the user and the machine', () => {
  it('are known by their names', () => {
    expect(stdout('whoami; id; id -u; id -un; hostname; uname; uname -m')).toBe(
      'student\nuid=1000(student) gid=1000(student) groups=1000(student)\n1000\nstudent\nforkyard\nLinux\nx86_64\n',
    );
    expect(stdout('date; date +%Y')).toBe('Thu Jan  1 00:00:00 UTC 2026\n2026\n');
    expect(stdout('pwd; echo $HOME $USER; cd /tmp; pwd')).toBe(
      '/home/student\n/home/student student\n/tmp\n',
    );
  });

  it('ls -l shows owner, group, size and date', () => {
    expect(stdout('echo hello > f; ls -l')).toMatch(
      /^total \d+\n-rw-r--r-- 1 student student 6 Jan {2}1 00:00 f\n$/,
    );
    expect(stdout('ls /bin').split('\n')).toContain('pstree');
  });
});

it.each(programNames)('/bin/%s is linked', (name) => {
  expect(userlandExecutables().load(`/bin/${name}`)).not.toBeNull();
});
