#pragma once
#include <stddef.h>
#include <stdint.h>

/// The one table of micro-kernels; every instruction set fills one. Dispatch, the Swift face, the
/// tests and the benchmark all go through it, so that no kernel can be left untested.
///
/// Common terms. A *panel* holds one row of `stride` floats for each neuron, 64-byte aligned, one
/// float a sample. Kernels work on whole *vectors* of 16 samples: `vectors` = ⌈batch/16⌉, so rows
/// are read and written up to the padding columns. Padding columns of activations must be finite,
/// those of gradients zero (the loss kernel makes them so, the others keep them so).
/// Work is always on the neurons `first ..< last`, which the caller owns alone.
///
/// Sums over a batch have one order in every set: sample s goes to lane s mod 16, lanes add up
/// along the batch, then lane l takes in lane l + 8, l + 4, l + 2, l + 1. AVX2, AVX-512 and NEON
/// fuse multiply and add and agree to the last bit; the portable set rounds twice.

/// SGD with momentum: v ← μv − η(g + λw), w ← w + v.
typedef struct {
  float rate, momentum, decay;
} kernel_step;

/// Where a dropout mask stands in the random numbers: Philox4x32-10 under `key`, with counter
/// (group, batch·16 + lane, epoch, word), see `dropout_draw`.
typedef struct {
  uint32_t key[2];
  uint32_t batch, epoch, word;
} kernel_dropout;

/// Where the random numbers of a row's cells stand: Philox4x32-10 under `key`, with counter
/// (group, row, epoch, word), see `drawn_cells`.
typedef struct {
  uint32_t key[2];
  uint32_t row, epoch, word;
} kernel_draw;

/// Products over many samples add up in stretches of that many: each in the order above, and the
/// sums of stretches one after the other. Samples may so come in parts without a change to any bit,
/// if every part but the last is a whole number of stretches.
enum { KERNEL_STRETCH = 1024 };

/// Magnitudes that `quantize_rows` rounds: a row whose largest is below the least counts as 0, one
/// that reaches the most or holds what is no number is left out.
#define KERNEL_LEAST_BYTES 0x1p-60f
#define KERNEL_MOST_BYTES 0x1p64f

/// The function pointers of one instruction set.
typedef struct {
  /// The set's name, as in SPARSESH_KERNELS.
  const char *name;

  /// y_j = b_j + Σ_i w_ij x_i for outputs j. `offsets`, `rows`, `positions` are the index by
  /// output: connection k of the index comes from neuron rows[k] and has the weight
  /// values[positions[k]]. `bias` may be NULL (0).
  void (*sparse_forward)(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                         const int32_t *rows, const int32_t *positions, const float *values,
                         const float *bias, const float *input, ptrdiff_t input_stride,
                         float *output, ptrdiff_t output_stride, ptrdiff_t vectors);

  /// The same sums to the bit, for outputs `first ..< last`, walking along the inputs' connections
  /// and adding to each output's row: for matrices whose weights fit no cache, where looking them up
  /// output by output costs a second access to memory.
  void (*sparse_scatter)(ptrdiff_t first, ptrdiff_t last, ptrdiff_t rows,
                         const ptrdiff_t *offsets, const int32_t *columns, const float *values,
                         const float *bias, const float *input, ptrdiff_t input_stride,
                         float *output, ptrdiff_t output_stride, ptrdiff_t vectors);

  /// For inputs i: dx_i = Σ_j w_ij dy_j with the weights as they were, then for each connection
  /// g_ij = x_i·dy_j and the step. One pass, no gradient array.
  void (*sparse_backward)(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                          const int32_t *columns, float *values, float *velocity,
                          const float *input, ptrdiff_t input_stride, const float *output_gradient,
                          ptrdiff_t output_stride, float *input_gradient,
                          ptrdiff_t gradient_stride, ptrdiff_t vectors, kernel_step step);

  /// The same without dx: for a first layer.
  void (*sparse_update)(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                        const int32_t *columns, float *values, float *velocity,
                        const float *input, ptrdiff_t input_stride, const float *output_gradient,
                        ptrdiff_t output_stride, ptrdiff_t vectors, kernel_step step);

  /// For inputs i: dx_i as above unless `input_gradient` is NULL, and the gradients g_ij into `sums`,
  /// added to what is there where `add` is not 0; no step. For one stretch of a batch that is taken
  /// in several.
  void (*sparse_gradient)(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                          const int32_t *columns, const float *values, const float *input,
                          ptrdiff_t input_stride, const float *output_gradient,
                          ptrdiff_t output_stride, float *input_gradient,
                          ptrdiff_t gradient_stride, ptrdiff_t vectors, float *sums, int add);

  /// What `sparse_scatter` adds, to the bit, for a batch of at most `width` = 2, 4 or 8 samples, to
  /// sums that stand `width` floats a row and hold the biases: so narrow that those of a wide layer
  /// fit a cache. `columns_count` is the number of all outputs.
  void (*narrow_forward)(ptrdiff_t first, ptrdiff_t last, ptrdiff_t columns_count, ptrdiff_t rows,
                         const ptrdiff_t *offsets, const int32_t *columns, const float *values,
                         const float *input, ptrdiff_t input_stride, float *sums, ptrdiff_t width);

  /// `sparse_backward`, to the bit, or `sparse_update` if `input_gradient` is NULL, for such a batch:
  /// the gradient of the outputs stands `width` floats a row.
  void (*narrow_backward)(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                          const int32_t *columns, float *values, float *velocity,
                          const float *input, ptrdiff_t input_stride, const float *output_gradient,
                          float *input_gradient, ptrdiff_t gradient_stride, ptrdiff_t width,
                          kernel_step step);

  /// y_j = b_j + Σ_i w_ij x_i for outputs j of a dense layer; w_ij is values[i·columns + j]. Adds in
  /// the order of `sparse_forward`: a dense layer is to the bit a sparse one with every connection.
  void (*dense_forward)(ptrdiff_t first, ptrdiff_t last, ptrdiff_t rows, ptrdiff_t columns,
                        const float *values, const float *bias, const float *input,
                        ptrdiff_t input_stride, float *output, ptrdiff_t output_stride,
                        ptrdiff_t vectors);

  /// dx_i = Σ_j w_ij dy_j for inputs i of a dense layer, in the order of `sparse_backward`.
  void (*dense_input_gradient)(ptrdiff_t first, ptrdiff_t last, ptrdiff_t columns,
                               const float *values, const float *output_gradient,
                               ptrdiff_t output_stride, float *input_gradient,
                               ptrdiff_t gradient_stride, ptrdiff_t vectors);

  /// The step on `count` numbers with a given gradient.
  void (*momentum_update)(ptrdiff_t count, float *values, float *velocity, const float *gradient,
                          kernel_step step);

  /// sums[n] = Σ over the batch of row n.
  void (*row_sums)(ptrdiff_t first, ptrdiff_t last, const float *panel, ptrdiff_t stride,
                   ptrdiff_t vectors, float *sums);

  /// row n += bias[n].
  void (*add_bias)(ptrdiff_t first, ptrdiff_t last, const float *bias, float *panel,
                   ptrdiff_t stride, ptrdiff_t vectors);

  /// a = z where z > 0, slope·z elsewhere. `a` may be `z`.
  void (*slope_forward)(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                        float *a, ptrdiff_t a_stride, ptrdiff_t vectors, float slope);

  /// gradient holds da and receives dz; bias_gradient[n] = Σ dz.
  void (*slope_backward)(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                         float *gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                         float slope, float *bias_gradient);

  /// The S-shaped rectifier with four parameters a neuron; right threshold r = t_left + |t_right|:
  /// t_left + a_left(z − t_left) below t_left, r + a_right(z − r) above r, z between.
  void (*srelu_forward)(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                        float *a, ptrdiff_t a_stride, ptrdiff_t vectors, const float *t_left,
                        const float *a_left, const float *t_right, const float *a_right);

  /// gradient: da in, dz out; the other five receive their sums over the batch.
  void (*srelu_backward)(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                         float *gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                         const float *t_left, const float *a_left, const float *t_right,
                         const float *a_right, float *bias_gradient, float *t_left_gradient,
                         float *a_left_gradient, float *t_right_gradient,
                         float *a_right_gradient);

  /// a = tanh z.
  void (*tanh_forward)(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                       float *a, ptrdiff_t a_stride, ptrdiff_t vectors);
  void (*tanh_backward)(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                        float *gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                        float *bias_gradient);

  /// a = 1 / (1 + exp(−z)).
  void (*sigmoid_forward)(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                          float *a, ptrdiff_t a_stride, ptrdiff_t vectors);
  void (*sigmoid_backward)(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                           float *gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                           float *bias_gradient);

  /// Draws a mask: bit s mod 16 of mask[n·mask_stride + s/16] is 1 where sample s of neuron n is
  /// kept, that is where its 16 random bits are below `threshold` (1 … 65,536).
  /// Vector v of neuron n is the flat vector f = n·vectors + v; its lane l takes from the block
  /// with counter (f/8, batch·16 + l, epoch, word) the half f mod 2 (low first) of the word
  /// (f mod 8)/2: eight vectors a group, so that no drawn bit is wasted at any batch size.
  void (*dropout_draw)(ptrdiff_t first, ptrdiff_t last, uint16_t *mask, ptrdiff_t mask_stride,
                       ptrdiff_t vectors, kernel_dropout address, uint32_t threshold);

  /// Multiplies kept numbers by `scale`, the others become 0.
  void (*dropout_apply)(ptrdiff_t first, ptrdiff_t last, const uint16_t *mask,
                        ptrdiff_t mask_stride, float *panel, ptrdiff_t stride, ptrdiff_t vectors,
                        float scale);

  /// The blocks `first ..< first + blocks` of Philox4x32-10 under `key`, four words each, with the
  /// counter (low word of the block's number, high word, address[0], address[1]).
  void (*random_words)(uint64_t first, ptrdiff_t blocks, const uint32_t key[2],
                       const uint32_t address[2], uint32_t *words);

  /// Softmax cross-entropy of a classes × batch panel, for vectors `first ..< last` of the batch:
  /// losses[v] the sum over the vector's samples, correct[v] how many have their label's score
  /// highest (the lowest class wins a tie). `gradient`, unless NULL, receives (p − y)/batch and
  /// zeros in padding columns; `predictions`, unless NULL, the class of each sample.
  void (*softmax_loss)(ptrdiff_t first, ptrdiff_t last, ptrdiff_t classes, ptrdiff_t batch,
                       const float *scores, ptrdiff_t scores_stride, const int32_t *labels,
                       float *gradient, ptrdiff_t gradient_stride, double *losses,
                       int32_t *correct, int32_t *predictions);

  /// Features `first ..< last` of the samples `indices` (batch of them) out of a row-major
  /// samples × width array into a panel; padding columns become 0.
  void (*gather)(ptrdiff_t first, ptrdiff_t last, const float *samples, ptrdiff_t width,
                 const ptrdiff_t *indices, ptrdiff_t batch, float *panel, ptrdiff_t stride);

  /// The same out of bytes: feature n becomes (byte − center[n]) · factor[n], computed in double
  /// precision and rounded once to a float, so that it is the float that scaling beforehand gives.
  void (*gather_bytes)(ptrdiff_t first, ptrdiff_t last, const uint8_t *samples, ptrdiff_t width,
                       const double *center, const double *factor, const ptrdiff_t *indices,
                       ptrdiff_t batch, float *panel, ptrdiff_t stride);

  /// products[i·products_stride + j] += Σ_s x_is·y_js over `samples` samples, for the first `rows`
  /// rows of one panel and the first `columns` of another. Padding columns may hold anything.
  void (*dot_products)(ptrdiff_t rows, ptrdiff_t columns, const float *x, ptrdiff_t x_stride,
                       const float *y, ptrdiff_t y_stride, ptrdiff_t samples, float *products,
                       ptrdiff_t products_stride);

  /// The same sums to the bit, only for the connections of rows `first ..< last`:
  /// products[k] += Σ_s x_is·y_js for connection k from row i to column j of `width`.
  void (*sparse_products)(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                          const int32_t *columns, ptrdiff_t width, const float *x,
                          ptrdiff_t x_stride, const float *y, ptrdiff_t y_stride,
                          ptrdiff_t samples, float *products);

  /// squares[n] += Σ_s x_ns², in the same order.
  void (*row_squares)(ptrdiff_t first, ptrdiff_t last, const float *panel, ptrdiff_t stride,
                      ptrdiff_t samples, float *squares);

  /// Rows `first ..< last` rounded to bytes: x_ns ≈ scales[n]·q_ns with |q| ≤ 127, for at most
  /// KERNEL_STRETCH samples. `bytes` has a row of q for each n; `quads` has them for 16 neurons
  /// together, n/16·16·padded bytes from its start: for each four samples 16 times four numbers
  /// q + 128. Both hold samples up to `padded`, the next multiple of 16, the padding as 0.
  /// sums[n] = Σ_s q_ns; errors[n] += Σ_s (x_ns − scales[n]·q_ns)². A row left out has q, scale and
  /// error 0.
  void (*quantize_rows)(ptrdiff_t first, ptrdiff_t last, const float *panel, ptrdiff_t stride,
                        ptrdiff_t samples, int8_t *bytes, ptrdiff_t bytes_stride, uint8_t *quads,
                        float *scales, int32_t *sums, float *errors);

  /// products[i·products_stride + j] += (scales[i]·quad_scales[j])·Σ_s q_is·q_js of numbers rounded so,
  /// for the first `rows` rows of `bytes` and the first `columns` neurons of `quads`, which begins at a
  /// multiple of 16. The same bits in every set.
  void (*byte_products)(ptrdiff_t rows, ptrdiff_t columns, const int8_t *bytes,
                        ptrdiff_t bytes_stride, const float *scales, const int32_t *sums,
                        const uint8_t *quads, const float *quad_scales, ptrdiff_t samples,
                        float *products, ptrdiff_t products_stride);

  /// The columns j of 0 ..< count, ascending in `picked`, whose similarity
  /// (|products[j]|·scale)·scales[j] is at least `threshold`; what is not a number is not. Returns
  /// how many; `picked` has room for `count`.
  ptrdiff_t (*similar_cells)(ptrdiff_t count, const float *products, float scale,
                             const float *scales, float threshold, int32_t *picked);

  /// The same for a random choice: the columns whose similarity c is at least 2⁻¹²⁶ and whose number
  /// u is at most c·reach; `drawn` receives their random words r. u is r's upper 24 bits times 2⁻²⁴.
  /// Column n = first + j of the row takes word (n/16) mod 4 of the block with counter
  /// (n/64·16 + n mod 16, row, epoch, word); `first` is a multiple of 64.
  ptrdiff_t (*drawn_cells)(ptrdiff_t first, ptrdiff_t count, const float *products, float scale,
                           const float *scales, float reach, kernel_draw address, int32_t *picked,
                           uint32_t *drawn);

  /// The bits & used, in order, of those numbers whose bits from bit `above` on are `first` or
  /// `second`: what a selection by digits has not decided yet. Returns how many; `open` has room for
  /// `count`. 0 < above < 32.
  ptrdiff_t (*open_numbers)(ptrdiff_t count, const float *numbers, uint32_t used, uint32_t above,
                            uint32_t first, uint32_t second, uint32_t *open);

  /// The columns of a row's empty cells, in place of their ascending ranks in the row: before[k] is
  /// how many empty cells stand before the row's k-th of `count` connections, ascending, with 16
  /// numbers behind that may be anything.
  void (*empty_columns)(ptrdiff_t count, const int32_t *before, ptrdiff_t cells, int32_t *columns);
} kernel_table;

/// The table of a set, or NULL where this build or this processor has it not.
const kernel_table *kernel_table_portable(void);
const kernel_table *kernel_table_avx2(void);
const kernel_table *kernel_table_avx512(void);
const kernel_table *kernel_table_neon(void);

/// Whether a table's `byte_products` is several times faster than its `dot_products`, by instructions
/// for bytes.
int kernel_table_multiplies_bytes(const kernel_table *table);
