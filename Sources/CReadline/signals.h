#pragma once

/// The end of the pipe in which the numbers of caught signals arrive, or -1.
int creadline_signal_pipe(void);

/// Catches SIGTSTP, SIGCONT and SIGQUIT too, or lets them act as usual. While a line is edited
/// Ctrl-Z must put the terminal in order first, and Ctrl-\ must not leave it in disorder.
void creadline_catch_in_editing(int on);

/// Stops the process as Ctrl-Z does, and returns when it goes on.
void creadline_stop_here(void);
