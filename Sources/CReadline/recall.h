#pragma once

/// Forgets what was undone in recalled entries and in the line, without freeing it: readline 8.2
/// may hold one list of changes in several places, and frees it in each.
void creadline_forget_changes(void);
