#include <stdio.h>

#include <readline/history.h>
#include <readline/readline.h>

#include "CReadline.h"

void creadline_remember(const char *text) { add_history(text); }

// Not rl_clear_history: it frees what was undone in each entry, which after an interrupted editing
// may be freed already.
void creadline_forget(void) { clear_history(); }
