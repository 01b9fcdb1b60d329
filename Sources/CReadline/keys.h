#pragma once

/// Binds Return and Alt-Return wherever the user's inputrc left them as they were, and gives every
/// key sequence without a meaning a harmless one. Call it after rl_initialize.
///
/// `press_return` is a readline command.
void creadline_bind_keys(int (*press_return)(int count, int key));
