#pragma once

/// Has readline show the continuation before each further line of an input. Call it after
/// rl_initialize, which does not look up the terminal's abilities for a foreign display.
void creadline_prepare_display(void);

/// Sets the text before each further line; it stays the caller's and must outlive the editing.
void creadline_set_continuation(const char *text);
