// For pipe2.
#define _GNU_SOURCE
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#include "CReadline.h"

static int ends[2] = {-1, -1};

static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH};
static const int caught_in_editing[] = {SIGTSTP, SIGCONT, SIGQUIT};
enum {
  caught_count = sizeof caught / sizeof *caught,
  editing_count = sizeof caught_in_editing / sizeof *caught_in_editing,
};

static struct sigaction before[caught_count], before_editing[editing_count];

/// All that a handler may safely do: leave the number where an ordinary thread finds it.
static void note(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe already holds enough signals to act upon.
  ssize_t written = write(ends[1], &byte, 1);
  (void)written;
  errno = saved;
}

static void handle(int number, void (*handler)(int), struct sigaction *old) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, old);
}

int creadline_catch_signals(void) {
  if (ends[0] >= 0) return ends[0];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
    ends[0] = ends[1] = -1;
    return -1;
  }
  for (int i = 0; i < caught_count; i++) handle(caught[i], note, &before[i]);
  return ends[0];
}

void creadline_release_signals(void) {
  if (ends[0] < 0) return;
  for (int i = 0; i < caught_count; i++) sigaction(caught[i], &before[i], NULL);
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
}

int creadline_take_signal(void) {
  unsigned char byte;
  if (ends[0] < 0) return 0;
  return read(ends[0], &byte, 1) == 1 ? byte : 0;
}

int creadline_signal_pipe(void) { return ends[0]; }

void creadline_catch_in_editing(int on) {
  for (int i = 0; i < editing_count; i++) {
    if (on)
      handle(caught_in_editing[i], note, &before_editing[i]);
    else
      sigaction(caught_in_editing[i], &before_editing[i], NULL);
  }
}

void creadline_stop_here(void) {
  creadline_catch_in_editing(0);
  raise(SIGTSTP);
  creadline_catch_in_editing(1);
}
