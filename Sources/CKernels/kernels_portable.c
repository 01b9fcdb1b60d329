// The portable set: plain scalar C, one sample at a time, on any machine. It is the reference that
// the vector sets are tested against, so it is written for being read, and shares no code with them.
#pragma clang fp contract(off)

#include "portable_activations.h"
#include "portable_bytes.h"
#include "portable_dense.h"
#include "portable_evolution.h"
#include "portable_gather.h"
#include "portable_loss.h"
#include "portable_narrow.h"
#include "portable_random.h"
#include "portable_similarity.h"
#include "portable_sparse.h"

const kernel_table *kernel_table_portable(void) {
  static const kernel_table table = {
      .name = "portable",
      .sparse_forward = sparse_forward,
      .sparse_scatter = sparse_scatter,
      .sparse_backward = sparse_backward,
      .sparse_update = sparse_update,
      .sparse_gradient = sparse_gradient,
      .narrow_forward = narrow_forward,
      .narrow_backward = narrow_backward,
      .dense_forward = dense_forward,
      .dense_input_gradient = dense_input_gradient,
      .momentum_update = momentum_update,
      .row_sums = row_sums,
      .add_bias = add_bias,
      .slope_forward = slope_forward,
      .slope_backward = slope_backward,
      .srelu_forward = srelu_forward,
      .srelu_backward = srelu_backward,
      .tanh_forward = tanh_forward,
      .tanh_backward = tanh_backward,
      .sigmoid_forward = sigmoid_forward,
      .sigmoid_backward = sigmoid_backward,
      .dropout_draw = dropout_draw,
      .dropout_apply = dropout_apply,
      .random_words = random_words,
      .softmax_loss = softmax_loss,
      .gather = gather,
      .gather_bytes = gather_bytes,
      .dot_products = dot_products,
      .sparse_products = sparse_products,
      .row_squares = row_squares,
      .quantize_rows = quantize_rows,
      .byte_products = byte_products,
      .similar_cells = similar_cells,
      .drawn_cells = drawn_cells,
      .open_numbers = open_numbers,
      .empty_columns = empty_columns,
  };
  return &table;
}
