/// The sorts of things that are registered. The raw value is the word shown to users.
public enum Category: String, Sendable, CaseIterable {
  case verb
  case function
  /// Something that can be asked of a result, as in `first.accuracy`.
  case member
  case policy
  case activation
  /// How many connections a sparse layer starts with: `epsilon(20)`, `density(5%)`.
  case sparsity
  case initialiser
  case optimizer
  /// When a training ends before its last epoch: `patience(20)`.
  case criterion
  /// A named data set or generator, the subject of `data`.
  case dataset
  /// A file format that `data` reads.
  case format
  /// A file format that `save` writes.
  case file
  case scaling
  /// How training samples are changed anew each epoch, as in `augment=shift_flip_rotate(shift=2)`.
  case augmentation
  /// A section of a report, as in `show=[summary, accuracy]`.
  case part
}
