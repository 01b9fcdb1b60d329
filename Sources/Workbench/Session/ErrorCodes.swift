package import Catalogue
internal import Analysis
internal import Datasets
internal import Language
internal import Networks
internal import Reports
internal import Sparse
internal import Training

/// Every error code of the house, for `sparsesh explain` and the reference.
package enum ErrorCodes {
  /// All codes in ascending order.
  package static let all: [ErrorCode] =
    (LanguageErrors.all + [.kernelSet, .matrixForm] + NetworkErrors.all + DatasetErrorCodes.all
    + TrainingErrors.all + PolicyStepErrors.all + SavingErrors.all + AnalysisErrors.all
    + ReportErrors.all + WorkbenchErrors.all + ConversationErrors.all + NotebookErrors.all)
    .sorted { $0.id < $1.id }
}
