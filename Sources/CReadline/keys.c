#include "keys.h"

#include <stdio.h>

#include <readline/keymaps.h>
#include <readline/readline.h>

/// Bound to Alt-Return: begins a further line in any case.
static int begin_line(int count, int key) {
  (void)count, (void)key;
  rl_insert_text("\n");
  return 0;
}

/// Bound to key sequences that mean nothing.
static int ignore_keys(int count, int key) {
  (void)count, (void)key;
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
