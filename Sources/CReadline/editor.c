#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <readline/readline.h>

#include "CReadline.h"
#include "completion.h"
#include "display.h"
#include "keys.h"
#include "recall.h"
#include "signals.h"

static const creadline_handlers *active;
static char *submitted;
static int finished;

/// Signals that came while readline waited for the rest of a key, for the main loop to obey.
static int held_signals[16], held_count;

/// The next signal to obey, or 0.
static int next_signal(void) {
  if (held_count == 0) return creadline_take_signal();
  int number = held_signals[0];
  memmove(held_signals, held_signals + 1, (size_t)--held_count * sizeof *held_signals);
  return number;
}

/// Reads one byte for readline. Some commands wait here for further bytes; a signal ends such a
/// command as the end of the input would, so that the signal is obeyed.
static int read_byte(FILE *stream) {
  enum { most_held = sizeof held_signals / sizeof *held_signals };
  for (;;) {
    struct pollfd waits[] = {
        {.fd = fileno(stream), .events = POLLIN},
        {.fd = creadline_signal_pipe(), .events = POLLIN},
    };
    if (poll(waits, 2, -1) < 0) continue;
    if (waits[0].revents) return rl_getc(stream);
    for (int number; held_count < most_held && (number = creadline_take_signal()) != 0;)
      held_signals[held_count++] = number;
    return EOF;
  }
}

/// Called by readline with the whole input, or with null at its end.
static void accept_input(char *text) {
  submitted = text;
  finished = 1;
  rl_callback_handler_remove();
}

/// Readline ends a line of its own at the end of input, but only for some terminals; the caller
/// does it for all.
static void leave_terminal(void) {
  rl_eof_found = 0;
  rl_deprep_terminal();
}

/// Whether more has been typed than was read, as when several lines are pasted.
static int more_is_typed(void) {
  struct pollfd input = {.fd = fileno(rl_instream), .events = POLLIN};
  return poll(&input, 1, 0) > 0;
}

/// Bound to Return: submits an input that is complete, else begins a further line.
static int press_return(int count, int key) {
  char *insertion = active ? active->pressed_return(active->context, rl_line_buffer) : NULL;
  if (insertion == NULL) return rl_newline(count, key);
  // Pasted lines bring their own indent.
  rl_insert_text(more_is_typed() ? "\n" : insertion);
  free(insertion);
  return 0;
}

/// Characters beyond ASCII need a locale that knows them, also where none is set.
static void choose_locale(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

void creadline_prepare(const char *program) {
  static int prepared;
  if (prepared) return;
  prepared = 1;
  choose_locale();
  rl_readline_name = strdup(program);
  rl_instream = stdin;
  // Where standard output goes into a file or a pipe, the editor must not.
  rl_outstream = isatty(STDOUT_FILENO) ? stdout : stderr;
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_getc_function = read_byte;
  rl_deprep_term_function = leave_terminal;
  // Our defaults come before the inputrc is read, so that it decides.
  rl_variable_bind("show-all-if-ambiguous", "on");
  creadline_prepare_completion(&active);
  rl_initialize();
  creadline_prepare_display();
  creadline_bind_keys(press_return);
}

int creadline_is_capable(void) {
  const char *up = rl_get_termcap("up");
  return up != NULL && *up != 0;
}

/// Gives up the line being edited and leaves the cursor below it.
static void abandon(const char *mark) {
  rl_callback_sigcleanup();
  rl_point = rl_end;
  rl_redisplay_function();
  fputs(mark, rl_outstream);
  rl_crlf();
  creadline_forget_changes();
  rl_free_line_state();
  rl_callback_handler_remove();
  fflush(rl_outstream);
}

/// Learns the size of the screen. One that holds no prompt is taken for a larger one: readline
/// cannot draw on it, and divides by its width.
static void measure_screen(void) {
  enum { narrowest = 16, lowest = 2 };
  int rows = 0, columns = 0;
  rl_reset_screen_size();
  rl_get_screen_size(&rows, &columns);
  if (columns < narrowest || rows < lowest)
    rl_set_screen_size(rows < lowest ? lowest : rows, columns < narrowest ? narrowest : columns);
}

/// The terminal has been someone else's meanwhile: take it back.
static void resume_editing(void) {
  rl_deprep_terminal();
  rl_prep_terminal(1);
  measure_screen();
  rl_forced_update_display();
}

/// Draws the input anew for the new width. Readline's own rl_resize_terminal would not erase what
/// stands there, since our display is foreign to it.
static void resize(void) {
  rl_clear_visible_line();
  measure_screen();
  rl_forced_update_display();
}

/// Acts upon one caught signal. Returns whether that ends the reading.
static int obey(int number, creadline_ending *ending, int *terminated_by) {
  switch (number) {
  case SIGINT:
    abandon("^C");
    *ending = CREADLINE_INTERRUPTED;
    return 1;
  case SIGTERM:
  case SIGHUP:
    abandon("");
    *terminated_by = number;
    *ending = CREADLINE_TERMINATED;
    return 1;
  case SIGWINCH:
    resize();
    return 0;
  case SIGTSTP:
    rl_deprep_terminal();
    creadline_stop_here();
    resume_editing();
    return 0;
  case SIGCONT:
    resume_editing();
    return 0;
  default:
    return 0;
  }
}

/// Waits for keys and signals until the input is there or given up.
static creadline_ending edit(int *terminated_by) {
  creadline_ending ending = CREADLINE_ENDED;
  while (!finished) {
    for (int number; (number = next_signal()) != 0;)
      if (obey(number, &ending, terminated_by)) return ending;
    struct pollfd waits[] = {
        {.fd = fileno(rl_instream), .events = POLLIN},
        {.fd = creadline_signal_pipe(), .events = POLLIN},
    };
    // A signal ends the wait; what it left in the pipe is seen in the next round.
    if (poll(waits, 2, -1) < 0 || waits[1].revents) continue;
    // A terminal that hung up is always readable and never yields a key.
    if (waits[0].revents & (POLLHUP | POLLERR | POLLNVAL)) {
      rl_callback_handler_remove();
      return CREADLINE_ENDED;
    }
    if (waits[0].revents & POLLIN) rl_callback_read_char();
  }
  return submitted ? CREADLINE_SUBMITTED : CREADLINE_ENDED;
}

creadline_ending creadline_read(
    const char *prompt, const char *continuation, const creadline_handlers *handlers, char **text,
    int *signal) {
  active = handlers;
  submitted = NULL;
  finished = 0;
  *text = NULL;
  *signal = 0;
  creadline_set_continuation(continuation);
  creadline_forget_changes();
  creadline_catch_in_editing(1);
  measure_screen();
  rl_callback_handler_install(prompt, accept_input);
  creadline_ending ending = edit(signal);
  creadline_catch_in_editing(0);
  active = NULL;
  *text = submitted;
  return ending;
}
