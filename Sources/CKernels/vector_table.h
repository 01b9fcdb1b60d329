// The kernels of a vector set as its table.
#pragma once
#include "vector_activations.h"
#include "vector_bytes.h"
#include "vector_dense.h"
#include "vector_dropout.h"
#include "vector_evolution.h"
#include "vector_gather.h"
#include "vector_loss.h"
#include "vector_similarity.h"
#include "vector_narrow.h"
#include "vector_random.h"
#include "vector_sparse.h"

#define VECTOR_TABLE(NAME, BYTE_PRODUCTS)   \
  {                                         \
      .name = NAME,                         \
      .sparse_forward = sparse_forward,     \
      .sparse_scatter = sparse_scatter,     \
      .sparse_backward = sparse_backward,   \
      .sparse_update = sparse_update,       \
      .sparse_gradient = sparse_gradient,   \
      .narrow_forward = narrow_forward,     \
      .narrow_backward = narrow_backward,   \
      .dense_forward = dense_forward,       \
      .dense_input_gradient = dense_input_gradient, \
      .momentum_update = momentum_update,   \
      .row_sums = row_sums,                 \
      .add_bias = add_bias,                 \
      .slope_forward = slope_forward,       \
      .slope_backward = slope_backward,     \
      .srelu_forward = srelu_forward,       \
      .srelu_backward = srelu_backward,     \
      .tanh_forward = tanh_forward,         \
      .tanh_backward = tanh_backward,       \
      .sigmoid_forward = sigmoid_forward,   \
      .sigmoid_backward = sigmoid_backward, \
      .dropout_draw = dropout_draw,         \
      .dropout_apply = dropout_apply,       \
      .random_words = random_words,         \
      .softmax_loss = softmax_loss,         \
      .gather = gather,                     \
      .gather_bytes = gather_bytes,         \
      .dot_products = dot_products,         \
      .sparse_products = sparse_products,   \
      .row_squares = row_squares,           \
      .quantize_rows = quantize_rows,       \
      .byte_products = BYTE_PRODUCTS,       \
      .similar_cells = similar_cells,       \
      .drawn_cells = drawn_cells,           \
      .open_numbers = open_numbers,         \
      .empty_columns = empty_columns,       \
  }
