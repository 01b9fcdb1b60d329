#pragma once
#include <stddef.h>

// A small face of GNU readline that Swift can call: readline's globals stay on this side, nothing
// jumps over Swift frames, and signals arrive as bytes in a pipe. One thread edits at a time.

/// How the reading of one input ended.
typedef enum {
  /// An input was submitted.
  CREADLINE_SUBMITTED,
  /// Ctrl-C: the line was given up.
  CREADLINE_INTERRUPTED,
  /// End of input: Ctrl-D on an empty line, or the terminal is gone.
  CREADLINE_ENDED,
  /// SIGTERM or SIGHUP: the process shall leave.
  CREADLINE_TERMINATED,
} creadline_ending;

/// What a completion may insert.
typedef struct {
  /// Where the word to be replaced begins, in bytes; it ends at the cursor.
  size_t start;
  /// The candidates, each from `malloc`, as is the array; ends with a null pointer.
  char **candidates;
  /// What follows a candidate that is the only one; 0 for nothing.
  char suffix;
} creadline_completion;

/// The questions the editor asks while an input is edited. All texts are in the bytes of the
/// terminal, which need not be valid UTF-8.
typedef struct {
  /// Handed to every function.
  void *context;
  /// Return was pressed in `text`: null submits it, a text from `malloc` is inserted instead.
  char *(*pressed_return)(void *context, const char *text);
  /// Candidates for the word at `cursor` (bytes). Returns 0 if there are none.
  int (*complete)(void *context, const char *text, size_t cursor, creadline_completion *answer);
  /// The list of several candidates as it shall be shown, lines that end with a newline,
  /// from `malloc`.
  char *(*list)(
      void *context, const char *const *candidates, size_t count, int columns, int rows);
} creadline_handlers;

/// Prepares readline for `program` (the name by which an inputrc can address it), for the locale
/// of the environment and for the terminal of standard input. Safe to call again.
void creadline_prepare(const char *program);

/// Whether the terminal is known and can move its cursor. On others readline draws badly, and a
/// prompt with escape sequences can have it draw for ever.
int creadline_is_capable(void);

/// Edits one input and returns how that ended.
///
/// `prompt` may hold escape sequences between \001 and \002 if the terminal is capable;
/// `continuation` is shown before each further line of an input. If submitted, `*text` is the
/// input, from `malloc`; if terminated, `*signal` is the signal's number. The terminal is as it was
/// before when this returns. Requires creadline_prepare and creadline_catch_signals.
creadline_ending creadline_read(
    const char *prompt, const char *continuation, const creadline_handlers *handlers, char **text,
    int *signal);

/// Appends to the entries that Up recalls.
void creadline_remember(const char *text);

/// Forgets all entries that Up recalls.
void creadline_forget(void);

/// From now on SIGINT, SIGTERM, SIGHUP and SIGWINCH do nothing but write their number as one byte
/// into a pipe, whose reading end is returned (-1 if it cannot be made). It never blocks.
int creadline_catch_signals(void);

/// Gives the signals back the handling they had before creadline_catch_signals.
void creadline_release_signals(void);

/// A signal number that was caught and not taken yet, or 0. Never blocks.
int creadline_take_signal(void);
