#include "recall.h"

#include <stdio.h>

#include <readline/history.h>
#include <readline/readline.h>

#include "CReadline.h"

void creadline_remember(const char *text) { add_history(text); }

// Not rl_clear_history, which frees the lists of changes as well.
void creadline_forget(void) { clear_history(); }

void creadline_forget_changes(void) {
  rl_undo_list = NULL;
  for (HIST_ENTRY **entry = history_list(); entry && *entry; entry++) (*entry)->data = NULL;
}
