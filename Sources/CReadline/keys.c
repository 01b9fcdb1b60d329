#include "keys.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>

#include <readline/keymaps.h>
#include <readline/readline.h>

/// Bound to Alt-Return: begins a further line in any case.
static int begin_line(int count, int key) {
  (void)count, (void)key;
  rl_insert_text("\n");
  return 0;
}

/// Whether the next byte is there, or comes as fast as those of one key do.
static int key_goes_on(void) {
  enum { milliseconds = 20 };
  struct pollfd input = {.fd = fileno(rl_instream), .events = POLLIN};
  return poll(&input, 1, milliseconds) > 0;
}

/// Bound to key sequences that mean nothing. Of a function key, which sends ESC [ numbers and a
/// last character, the rest must not end up in the line.
static int ignore_keys(int count, int key) {
  (void)count;
  if (rl_executing_keyseq && strncmp(rl_executing_keyseq, "\033[", 2) == 0)
    while (key >= 0x20 && key < 0x40 && key_goes_on()) key = rl_read_key();
  rl_ding();
  return 0;
}

static void bind_return(Keymap map, rl_command_func_t *press_return) {
  static const char keys[] = {'\r', '\n'};
  for (size_t i = 0; i < sizeof keys; i++) {
    char sequence[] = {keys[i], 0};
    if (rl_function_of_keyseq(sequence, map, NULL) == rl_newline)
      rl_bind_key_in_map(keys[i], press_return, map);
  }
}

/// Binds Alt-Return, on which readline would change to the keys of vi without a word.
static void bind_alt_return(void) {
  Keymap map = rl_get_keymap_by_name("emacs-meta");
  if (rl_function_of_keyseq("\r", map, NULL) == rl_vi_editing_mode)
    rl_bind_key_in_map('\r', begin_line, map);
}

/// Gives the sequences in a map, and in those below it, a function where they have none, or have
/// the one that aborts.
///
/// Readline aborts by a jump. When an incremental search hands several keys back, that jump may go
/// to a function that has returned, and the process dies; a function of ours never jumps.
static void bind_unbound(Keymap map, int is_top) {
  for (int key = 0; key < ANYOTHERKEY; key++) {
    KEYMAP_ENTRY *entry = &map[key];
    if (entry->type == ISKMAP)
      bind_unbound((Keymap)entry->function, 0);
    else if (entry->type == ISFUNC && entry->function == rl_abort && !is_top)
      entry->function = ignore_keys;
    else if (entry->type == ISFUNC && !entry->function && !map[ANYOTHERKEY].function)
      entry->function = ignore_keys;
  }
}

void creadline_bind_keys(rl_command_func_t *press_return) {
  static const char *const maps[] = {"emacs-standard", "vi-insert", "vi-move"};
  for (size_t i = 0; i < sizeof maps / sizeof *maps; i++) {
    Keymap map = rl_get_keymap_by_name(maps[i]);
    bind_return(map, press_return);
    if (i == 0) bind_alt_return();
    bind_unbound(map, 1);
  }
}
