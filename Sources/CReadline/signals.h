#pragma once

/// The end of the pipe in which the numbers of caught signals arrive, or -1.
int creadline_signal_pipe(void);

/// Catches SIGTSTP and SIGCONT too, or lets them act as usual: Ctrl-Z must put the terminal in
/// order first while a line is edited, and nothing but that.
void creadline_catch_stops(int on);

/// Stops the process as Ctrl-Z does, and returns when it goes on.
void creadline_stop_here(void);
