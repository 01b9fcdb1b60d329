// Reads MATLAB files (v5, v7.3) through libmatio in a child process.
//
// The libraries behind the format trust what a file says of itself more than a hostile file deserves:
// whatever they do to memory or time they do in the child, whose memory and processor time are
// limited and whose death costs the parent an error message.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// What an answer starts with, and each array of a list.
enum {
  MAT_CHILD_ARRAY = 1,        // an array follows
  MAT_CHILD_END = 2,          // the list ends
  MAT_CHILD_NO_ARRAY = 3,     // the file has none of that name
  MAT_CHILD_UNUSABLE = 4,     // it is no real numeric array
  MAT_CHILD_DAMAGED = 5,      // the file cannot be read
};

// The elements of an array that follow its shape.
enum {
  MAT_CHILD_BYTES = 1,        // uint8_t
  MAT_CHILD_FLOATS = 2,       // float
  MAT_CHILD_DOUBLES = 3,      // double
  MAT_CHILD_INTEGERS = 4,     // int64_t
  MAT_CHILD_SPARSE = 5,       // a count, then rows and columns (uint64_t), then values (double)
};

// A child at work: its answer is read from `answer` until its end.
typedef struct {
  pid_t process;
  int answer;
  char path[1024];  // the file it reads, which is gone once it has opened it
} mat_child;

// Starts a child that reads a file's bytes. Without `name` its answer lists the arrays: for each
// MAT_CHILD_ARRAY or MAT_CHILD_UNUSABLE, the length of its name and the name. With `name` it is that
// array: MAT_CHILD_ARRAY, the kind of elements, the number of axes, their lengths, the elements
// column by column. Numbers are uint64_t but for the elements.
// The child may take `memory` bytes besides what the parent has, and `seconds` of processor time.
// 0, or the error number of what the system refused.
int mat_child_start(const void *bytes, size_t count, const char *name, uint64_t memory,
                    unsigned seconds, mat_child *child);

// Waits for the child's end: 0 where it ended by itself, else the signal that ended it.
int mat_child_finish(const mat_child *child);
