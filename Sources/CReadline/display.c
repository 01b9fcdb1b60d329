#include "display.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <readline/readline.h>

static const char *continuation = "";

void creadline_set_continuation(const char *text) { continuation = text; }

static int newlines_before(int end) {
  int count = 0;
  for (int i = 0; i < end; i++) count += rl_line_buffer[i] == '\n';
  return count;
}

/// The input as it is shown: the continuation after every newline. From malloc.
static char *shown_text(int newlines, size_t width) {
  char *shown = malloc((size_t)rl_end + (size_t)newlines * width + 1);
  if (shown == NULL) return NULL;
  char *out = shown;
  for (int i = 0; i < rl_end; i++) {
    *out++ = rl_line_buffer[i];
    if (rl_line_buffer[i] == '\n') {
      memcpy(out, continuation, width);
      out += width;
    }
  }
  *out = 0;
  return shown;
}

/// Draws the input. Readline knows one prompt only, so while it draws it is lent a buffer in which
/// the continuations are written out; it reads the buffer and keeps its own record of the screen.
static void redisplay(void) {
  size_t width = strlen(continuation);
  int newlines = newlines_before(rl_end);
  char *shown = newlines > 0 && width > 0 ? shown_text(newlines, width) : NULL;
  if (shown == NULL) {
    rl_redisplay();
    return;
  }
  char *buffer = rl_line_buffer;
  int point = rl_point, end = rl_end, mark = rl_mark, added = (int)width;
  rl_point += added * newlines_before(point);
  rl_mark += mark <= end ? added * newlines_before(mark) : 0;
  rl_end += added * newlines;
  rl_line_buffer = shown;
  rl_redisplay();
  rl_line_buffer = buffer;
  rl_point = point;
  rl_end = end;
  rl_mark = mark;
  free(shown);
}

void creadline_prepare_display(void) { rl_redisplay_function = redisplay; }
