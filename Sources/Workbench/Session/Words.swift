package import Catalogue
internal import Datasets
internal import Evolution
internal import Language
internal import Networks
internal import Reports
internal import Training

/// The vocabulary of a session: everything registered anywhere in the house.
package enum Words {
  /// All words.
  package static let vocabulary = Vocabulary(
    verbs: verbs, functions: CoreFunctions.abouts + Functions.all.map { $0.function },
    members: members, things: things)

  private static var verbs: [VerbAbout] {
    Verbs.all.map { $0.verb } + LanguageVerbs.abouts
  }

  private static let things: [Category: [About]] = [
    .policy: Policies.all.map { $0.about },
    .activation: Activations.all.map { $0.about },
    .sparsity: Sparsities.all.map { $0.about },
    .initialiser: Initialisers.all.map { $0.about },
    .optimizer: Optimizers.all.map { $0.about },
    .criterion: StoppingCriteria.all.map { $0.about },
    .dataset: DatasetSources.all.map { $0.about },
    .format: DataFormats.all.map { $0.about },
    .file: NetworkFormats.all.map { $0.about },
    .scaling: ScalingMethods.all.map { $0.about },
    .augmentation: Augmentations.all.map { $0.about },
    .part: ReportParts.all.map { $0.about },
  ]

  private static let members: [String: [MemberAbout]] = [
    DatasetObject.kind: DatasetObject.members.map(\.about),
    NetworkObject.kind: NetworkObject.members.map(\.about),
    PolicyObject.kind: PolicyObject.members.map(\.about),
    RunObject.kind: RunObject.members.map(\.about),
    StudyObject.kind: StudyObject.members.map(\.about),
    TableObject.kind: TableObject.members.map(\.about),
    PowerLawObject.kind: PowerLawObject.members.map(\.about),
    DocumentObject.kind: DocumentObject.members.map(\.about),
    FigureObject.kind: FigureObject.members.map(\.about),
  ]
}
