### expr arithmetic
expr 1 + 2; expr 7 - 10; expr 6 '*' 7; expr 17 / 5; expr 17 % 5; expr -17 / 5; expr -17 % 5; expr 2 + 3 '*' 4; expr '(' 2 + 3 ')' '*' 4
### expr statuses
expr 0; echo $?; expr 1 - 1; echo $?; expr ''; echo $?; expr x; echo $?; expr -0; echo $?; expr 000; echo $?
### expr comparisons
expr 2 '<' 10; expr a '<' b; expr 2 '>' 10; expr abc = abc; expr abc == abd; expr 1 != 01; expr 3 '<=' 3; expr 3 '>=' 4; expr 10 '<' 9a
### expr and, or
expr 1 '|' 2; expr 0 '|' 2; expr '' '|' 0; echo $?; expr 1 '&' 2; expr 0 '&' 2; expr 3 '&' ''; echo $?; expr 0 '|' ''; expr a '|' b '&' 0
### expr strings
expr length hello; expr substr hello 2 3; expr substr hello 0 3; echo $?; expr substr hello 4 99; expr index hello l; expr index hello xyz; expr length ''; expr + length
### expr patterns
expr abcd : 'ab'; expr abcd : 'b'; expr file.c : '\(.*\)\.c'; expr file.o : '\(.*\)\.c'; echo $?; expr match hello 'h.*l'; expr hello : '.*'; expr 'a+b' : 'a+'; expr /usr/bin/cc : '.*/\(.*\)'
### expr in a loop
i=0; while [ $i -lt 3 ]; do i=`expr $i + 1`; echo $i; done
### expr errors
expr; echo $?; expr 1 +; echo $?; expr 1 2; echo $?; expr a + 1; echo $?; expr 1 / 0; echo $?; expr '(' 1; echo $?; expr '(' 1 2 ')'; echo $?; expr ')'; echo $?
