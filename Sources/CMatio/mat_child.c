#define _DEFAULT_SOURCE
#include "mat_child.h"

#include <errno.h>
#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <matio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// All bytes, however often the system stops on the way. 0 or an error number.
static int write_all(int file, const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    ssize_t written = write(file, next, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return written < 0 ? errno : EIO;
    next += written;
    count -= (size_t)written;
  }
  return 0;
}

// A file of its own for the child, under a name: HDF5 opens nothing else. 0 or an error number.
static int temporary_file(const void *bytes, size_t count, char *path, size_t room) {
  const char *folder = getenv("TMPDIR");
  if (folder == NULL || *folder == 0) folder = "/tmp";
  int length = snprintf(path, room, "%s/sparsesh-mat.XXXXXX", folder);
  if (length < 0 || (size_t)length >= room) return ENAMETOOLONG;
  int file = mkstemp(path);
  if (file < 0) return errno;
  int error = write_all(file, bytes, count);
  close(file);
  if (error != 0) unlink(path);
  return error;
}

// --- what follows runs in the child ---

static void send(int answer, const void *bytes, size_t count) {
  if (write_all(answer, bytes, count) != 0) _exit(1);
}

static void send_number(int answer, uint64_t number) { send(answer, &number, sizeof number); }

// The kind of elements that a class is sent as; 0 for what is no real numeric array.
static int kind_of(const matvar_t *array) {
  if (array->isComplex || array->rank < 1 || array->rank > 16) return 0;
  switch (array->class_type) {
    case MAT_C_UINT8: return MAT_CHILD_BYTES;
    case MAT_C_SINGLE: return MAT_CHILD_FLOATS;
    case MAT_C_DOUBLE: return MAT_CHILD_DOUBLES;
    case MAT_C_SPARSE: return MAT_CHILD_SPARSE;
    case MAT_C_INT8: case MAT_C_INT16: case MAT_C_UINT16: case MAT_C_INT32: case MAT_C_UINT32:
    case MAT_C_INT64: case MAT_C_UINT64: return MAT_CHILD_INTEGERS;
    default: return 0;
  }
}

static void damaged(int answer) {
  send_number(answer, MAT_CHILD_DAMAGED);
  _exit(0);
}

static void list(mat_t *mat, int answer) {
  matvar_t *array;
  int count = 0;
  while ((array = Mat_VarReadNextInfo(mat)) != NULL) {
    count++;
    if (array->name != NULL) {
      send_number(answer, kind_of(array) ? MAT_CHILD_ARRAY : MAT_CHILD_UNUSABLE);
      send_number(answer, strlen(array->name));
      send(answer, array->name, strlen(array->name));
    }
    Mat_VarFree(array);
  }
  // The library opens what HDF5 refuses to, and then finds nothing in it.
  if (count == 0) damaged(answer);
  send_number(answer, MAT_CHILD_END);
}

// One element as a double; `size` bytes of the library's type stand at `at`.
static double element(const void *at, enum matio_types type) {
  switch (type) {
    case MAT_T_DOUBLE: { double value; memcpy(&value, at, sizeof value); return value; }
    case MAT_T_SINGLE: { float value; memcpy(&value, at, sizeof value); return value; }
    case MAT_T_INT8: return *(const int8_t *)at;
    case MAT_T_UINT8: return *(const uint8_t *)at;
    case MAT_T_INT16: { int16_t value; memcpy(&value, at, sizeof value); return value; }
    case MAT_T_UINT16: { uint16_t value; memcpy(&value, at, sizeof value); return value; }
    case MAT_T_INT32: { int32_t value; memcpy(&value, at, sizeof value); return value; }
    case MAT_T_UINT32: { uint32_t value; memcpy(&value, at, sizeof value); return value; }
    case MAT_T_INT64: { int64_t value; memcpy(&value, at, sizeof value); return (double)value; }
    case MAT_T_UINT64: { uint64_t value; memcpy(&value, at, sizeof value); return (double)value; }
    default: _exit(1);
  }
}

static int64_t integer(const void *at, enum matio_types type) {
  if (type == MAT_T_INT64) { int64_t value; memcpy(&value, at, sizeof value); return value; }
  if (type == MAT_T_UINT64) {
    uint64_t value;
    memcpy(&value, at, sizeof value);
    return value > INT64_MAX ? INT64_MAX : (int64_t)value;
  }
  return (int64_t)element(at, type);
}

static void send_shape(int answer, int kind, const matvar_t *array) {
  send_number(answer, MAT_CHILD_ARRAY);
  send_number(answer, (uint64_t)kind);
  send_number(answer, (uint64_t)array->rank);
  for (int axis = 0; axis < array->rank; axis++) send_number(answer, array->dims[axis]);
}

static void send_sparse(int answer, const matvar_t *array) {
  const mat_sparse_t *sparse = array->data;
  if (array->rank != 2 || sparse == NULL || sparse->jc == NULL) damaged(answer);
  uint64_t columns = array->dims[1];
  if (sparse->njc < columns + 1) damaged(answer);
  uint64_t count = sparse->jc[columns];
  if (count > sparse->nir || count > sparse->ndata) damaged(answer);
  size_t size = Mat_SizeOf(array->data_type);
  if (size == 0 || (count > 0 && (sparse->ir == NULL || sparse->data == NULL))) damaged(answer);
  for (uint64_t column = 0; column < columns; column++)
    if (sparse->jc[column] > sparse->jc[column + 1]) damaged(answer);
  if (sparse->jc[0] != 0) damaged(answer);
  send_shape(answer, MAT_CHILD_SPARSE, array);
  send_number(answer, count);
  for (uint64_t entry = 0; entry < count; entry++) send_number(answer, sparse->ir[entry]);
  for (uint64_t column = 0; column < columns; column++)
    for (uint64_t entry = sparse->jc[column]; entry < sparse->jc[column + 1]; entry++)
      send_number(answer, column);
  for (uint64_t entry = 0; entry < count; entry++) {
    double value = element((const char *)sparse->data + entry * size, array->data_type);
    send(answer, &value, sizeof value);
  }
}

static void send_dense(int answer, int kind, const matvar_t *array) {
  size_t size = Mat_SizeOf(array->data_type);
  uint64_t count = 1;
  for (int axis = 0; axis < array->rank; axis++)
    if (__builtin_mul_overflow(count, (uint64_t)array->dims[axis], &count)) damaged(answer);
  uint64_t bytes;
  if (size == 0 || __builtin_mul_overflow(count, (uint64_t)size, &bytes) || bytes != array->nbytes ||
      (count > 0 && array->data == NULL))
    damaged(answer);
  int whole = (kind == MAT_CHILD_BYTES && array->data_type == MAT_T_UINT8) ||
              (kind == MAT_CHILD_FLOATS && array->data_type == MAT_T_SINGLE) ||
              (kind == MAT_CHILD_DOUBLES && array->data_type == MAT_T_DOUBLE);
  if (!whole && kind != MAT_CHILD_INTEGERS) damaged(answer);
  send_shape(answer, kind, array);
  if (whole) {
    send(answer, array->data, bytes);
    return;
  }
  for (uint64_t index = 0; index < count; index++) {
    int64_t value = integer((const char *)array->data + index * size, array->data_type);
    send(answer, &value, sizeof value);
  }
}

static void send_array(mat_t *mat, const char *name, int answer) {
  matvar_t *array = Mat_VarReadInfo(mat, name);
  if (array == NULL) {
    send_number(answer, MAT_CHILD_NO_ARRAY);
    return;
  }
  int kind = kind_of(array);
  if (kind == 0) {
    send_number(answer, MAT_CHILD_UNUSABLE);
    return;
  }
  Mat_VarFree(array);
  array = Mat_VarRead(mat, name);
  if (array == NULL || kind_of(array) != kind) damaged(answer);
  if (kind == MAT_CHILD_SPARSE) send_sparse(answer, array);
  else send_dense(answer, kind, array);
}

static void limit(int resource, rlim_t value) {
  struct rlimit bounds = {value, value};
  setrlimit(resource, &bounds);
}

// The address space that this process has already.
static uint64_t address_space(void) {
  unsigned long pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (file == NULL) return 0;
  if (fscanf(file, "%lu", &pages) != 1) pages = 0;
  fclose(file);
  return (uint64_t)pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

static void work(const char *path, const char *name, int answer) {
  int quiet = open("/dev/null", O_WRONLY);
  if (quiet >= 0) {
    dup2(quiet, STDOUT_FILENO);
    dup2(quiet, STDERR_FILENO);
  }
  mat_t *mat = Mat_Open(path, MAT_ACC_RDONLY);
  // Nothing is left behind, however this ends.
  unlink(path);
  if (mat == NULL) damaged(answer);
  if (name == NULL) list(mat, answer);
  else send_array(mat, name, answer);
}

int mat_child_start(const void *bytes, size_t count, const char *name, uint64_t memory,
                    unsigned seconds, mat_child *child) {
  int error = temporary_file(bytes, count, child->path, sizeof child->path);
  if (error != 0) return error;
  int ends[2];
  if (pipe(ends) != 0) {
    error = errno;
    unlink(child->path);
    return error;
  }
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  // Before the fork: reading a file needs memory, and the child may be short of it.
  uint64_t space = address_space();
  pid_t process = fork();
  if (process < 0) {
    error = errno;
    close(ends[0]);
    close(ends[1]);
    unlink(child->path);
    return error;
  }
  if (process == 0) {
    // The parent's handlers know nothing of a child; its end must be its own.
    const int signals[] = {SIGINT, SIGTERM, SIGPIPE, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL,
                           SIGTRAP, SIGXCPU, SIGALRM};
    for (size_t index = 0; index < sizeof signals / sizeof *signals; index++)
      signal(signals[index], SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
#ifdef __GLIBC__
    // Elements that a damaged file leaves unread are then NaN and refused, not what stood there.
    mallopt(M_PERTURB, 0x100);
#endif
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, seconds);
    if (space > 0 && space < UINT64_MAX - memory) limit(RLIMIT_AS, (rlim_t)(space + memory));
    // Processor time alone would let one that waits for ever wait.
    alarm(4 * seconds);
    close(ends[0]);
    work(child->path, name, ends[1]);
    _exit(0);
  }
  close(ends[1]);
  child->process = process;
  child->answer = ends[0];
  return 0;
}

int mat_child_finish(const mat_child *child) {
  int status = 0;
  close(child->answer);
  while (waitpid(child->process, &status, 0) < 0)
    if (errno != EINTR) break;
  unlink(child->path);
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}
