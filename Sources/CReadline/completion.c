#include "completion.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <readline/readline.h>

static const creadline_handlers *const *handlers;

/// Length of what precedes the completed word in every match.
static size_t prefix_length;

/// No character breaks words: readline's "word" is then all text up to the cursor, and the
/// language alone decides where the word begins.
static char *no_word_breaks(void) {
  static char none[] = "";
  return none;
}

static char *joined(const char *prefix, size_t length, const char *word, size_t word_length) {
  char *text = malloc(length + word_length + 1);
  if (text == NULL) return NULL;
  memcpy(text, prefix, length);
  memcpy(text + length, word, word_length);
  text[length + word_length] = 0;
  return text;
}

/// How many bytes all candidates have in common at their start, in whole characters.
static size_t common_length(char *const *candidates) {
  size_t length = strlen(candidates[0]);
  for (char *const *next = candidates + 1; *next; next++) {
    size_t i = 0;
    while (i < length && (*next)[i] == candidates[0][i]) i++;
    length = i;
  }
  while (length > 0 && ((unsigned char)candidates[0][length] & 0xC0) == 0x80) length--;
  return length;
}

/// Readline's list of matches for the candidates: what all have in common, then each.
static char **matches_of(const char *text, const creadline_completion *answer) {
  size_t count = 0;
  while (answer->candidates[count]) count++;
  char **matches = calloc(count + 2, sizeof *matches);
  if (matches == NULL || count == 0) {
    free(matches);
    return NULL;
  }
  const char *word = text + answer->start, *first = answer->candidates[0];
  size_t common = common_length(answer->candidates), typed = strlen(word);
  // Several candidates that do not continue the word as typed leave it alone.
  int continues = count == 1 || (common >= typed && strncmp(first, word, typed) == 0);
  matches[0] = continues ? joined(text, answer->start, first, common)
                         : joined(text, answer->start, word, typed);
  for (size_t i = 0; count > 1 && i < count; i++) {
    const char *candidate = answer->candidates[i];
    matches[i + 1] = joined(text, answer->start, candidate, strlen(candidate));
  }
  return matches;
}

static void discard(char **texts) {
  for (char **next = texts; *next; next++) free(*next);
  free(texts);
}

/// Asked by readline on Tab. `text` is all that precedes the cursor.
static char **complete(const char *text, int start, int end) {
  (void)start;
  // The names of files are offered by the handlers, never by readline itself.
  rl_attempted_completion_over = 1;
  rl_sort_completion_matches = 0;
  creadline_completion answer = {0};
  const creadline_handlers *asked = *handlers;
  if (asked == NULL) return NULL;
  if (!asked->complete(asked->context, rl_line_buffer, (size_t)end, &answer)) return NULL;
  prefix_length = answer.start <= (size_t)end ? answer.start : 0;
  char **matches = answer.start <= (size_t)end ? matches_of(text, &answer) : NULL;
  discard(answer.candidates);
  rl_completion_append_character = (unsigned char)answer.suffix;
  rl_completion_suppress_append = answer.suffix == 0;
  return matches;
}

/// Shows several matches below the line. The first entry is what all have in common.
static void list(char **matches, int count, int longest) {
  (void)longest;
  const creadline_handlers *asked = *handlers;
  const char **candidates = calloc((size_t)count + 1, sizeof *candidates);
  if (asked == NULL || candidates == NULL) {
    free(candidates);
    return;
  }
  for (int i = 0; i < count; i++) candidates[i] = matches[i + 1] + prefix_length;
  int rows = 0, columns = 0;
  rl_get_screen_size(&rows, &columns);
  char *text = asked->list(asked->context, candidates, (size_t)count, columns, rows);
  free(candidates);
  rl_crlf();
  if (text) fputs(text, rl_outstream);
  free(text);
  rl_forced_update_display();
}

void creadline_prepare_completion(const creadline_handlers *const *asked) {
  handlers = asked;
  rl_attempted_completion_function = complete;
  rl_completion_word_break_hook = no_word_breaks;
  rl_completion_display_matches_hook = list;
}
