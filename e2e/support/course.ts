/** The demonstration course of `content/course.yaml`, where the tests go. */
export const COURSE = '/courses/os-processes';
export const FORK_TREE = `${COURSE}/exercises/fork-tree`;
export const LOST_UPDATE = `${COURSE}/exercises/lost-update`;
