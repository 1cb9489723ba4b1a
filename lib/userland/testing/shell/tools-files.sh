### ls
mkdir d; cd d; touch b a .h; ls; ls -a; ls -A; ls -1; ls -r; ls a; ls -d .
### ls of several
mkdir d e; touch d/x e/y f; ls d e f; ls -d d e; ls -R; ls nothing; echo $?
### ls -F and sizes
mkdir d; touch f; chmod +x f; ln -s f l; ls -F; printf 12345 > g; ls -S
### ls -l without dates
printf abc > f; chmod 640 f; mkdir d; ls -l | cut -c1-11; ls -l f | tr -s ' ' | cut -d ' ' -f 1,2,5,9
### mkdir
mkdir a; mkdir a; echo $?; mkdir a/b/c; echo $?; mkdir -p a/b/c; ls -d a/b/c; mkdir -v x; mkdir -m 700 y; ls -ld y | cut -c1-10; mkdir; echo $?
### rmdir
mkdir a; rmdir a; ls; mkdir -p a/b; rmdir a; echo $?; rmdir -p a/b; ls; rmdir nothing; echo $?
### rm
touch f g; rm f; ls; rm f; echo $?; rm -f f; echo $?; rm -v g; mkdir d; rm d; echo $?; rm -r d; ls; rm; echo $?
### rm -r
mkdir -p d/e/f; touch d/x d/e/y; rm -rv d | sort; ls; rm -rf nothing; echo $?; rm -r .; echo $?
### cp
echo data > a; cp a b; cat b; cp nothing c; echo $?; mkdir d; cp a b d; ls d; cp d e; echo $?; cp -r d e; ls e; cp -v a c; cp; echo $?; cp a; echo $?
### cp into itself
echo x > a; cp a a; echo $?; cp a b c; echo $?
### cp -r deep
mkdir -p d/e; echo 1 > d/x; echo 2 > d/e/y; cp -r d n; cat n/x n/e/y; mkdir m; cp -R d m; ls m/d; cp -n d/x d/e/y; cat d/e/y
### cp keeps modes
echo x > a; chmod 755 a; cp a b; ls -l b | cut -c1-10
### mv
echo 1 > a; mv a b; cat b; ls; mkdir d; mv b d; ls d; mv nothing x; echo $?; mv d e; ls e; mv -v e f; mv f/b f/b; echo $?
### mv of folders
mkdir -p a/b c; mv a c; ls c/a; touch f; mv c f; echo $?; mv f c/a/b; mv c c/a; echo $?
### ln
echo x > a; ln a b; ls -l a | cut -d ' ' -f 2; ln -s a l; cat l; ln -s a l; echo $?; ln -sf b l; cat l; rm a; cat b
### dangling links
ln -s nowhere l; cat l; echo $?; ls l; rm l; ls
### touch
touch a b; ls; touch -c c; ls; touch d/e; echo $?; touch; echo $?
### chmod
touch f; chmod 600 f; ls -l f | cut -c1-10; chmod u+x,g+r f; ls -l f | cut -c1-10; chmod a=r f; ls -l f | cut -c1-10; chmod +x f; ls -l f | cut -c1-10; chmod go-rx f; ls -l f | cut -c1-10; chmod u=rw,o=u f; ls -l f | cut -c1-10; chmod 4755 f; ls -l f | cut -c1-10
### chmod errors
chmod 999 f; echo $?; chmod 644 nothing; echo $?; chmod; echo $?
### env
env -i A=1 env; env B=2 sh -c 'echo $B'; env -u HOME sh -c 'echo ${HOME-gone}'; env nothing_there; echo $?
### stat
printf abcd > f; chmod 644 f; stat -c '%n %s %a %A %F' f; mkdir d; stat -c %F d; touch e; stat -c '%F %h' e; stat nothing; echo $?
### which
which sh | grep -c sh; which nothing_there; echo $?
### mkfifo
mkfifo p; [ -p p ]; echo $?; (echo through > p) & cat p; wait; mkfifo p; echo $?
### timeout
timeout 1 sleep 10; echo $?; timeout 5 true; echo $?; timeout 5 false; echo $?; timeout -s KILL 1 sleep 10; echo $?; timeout 1 nothing_there; echo $?
### nice
nice; nice -n 5 nice; nice nice; nice -n 3 sh -c nice
### kill
sleep 100 & env kill $!; wait $! 2>/dev/null; echo $?; env kill -0 $$; echo $?; env kill -l 9; env kill -l TERM
### sleep
sleep 0.01; echo $?; sleep x; echo $?; sleep; echo $?; sleep 0 0; echo $?
### date
date -u -d @0; date -u -d @1000000000 +%Y-%m-%d_%H:%M:%S; date -u -d @86399 '+%j %a %b %e'; date -u -d @5 +%s
### true and false
env true; echo $?; env false; echo $?
### pwd
cd /tmp; env pwd
### a tree of files
mkdir -p a/b; touch a/x a/b/y; for f in a/* a/b/*; do if [ -d "$f" ]; then echo "$f/"; else echo "$f"; fi; done
