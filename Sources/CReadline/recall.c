#include <stdio.h>

#include <readline/history.h>
#include <readline/readline.h>

#include "CReadline.h"

void creadline_remember(const char *text) { add_history(text); }

void creadline_forget(void) { rl_clear_history(); }
