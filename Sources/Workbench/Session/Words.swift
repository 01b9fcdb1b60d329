internal import Catalogue
internal import Datasets
internal import Evolution
internal import Language
internal import Networks
internal import Reports

/// The vocabulary of a session: everything registered anywhere in the house.
package enum Words {
  /// All words.
  package static let vocabulary = Vocabulary(
    verbs: verbs, functions: CoreFunctions.abouts + Functions.all.map(\.function),
    members: members, things: things)

  private static var verbs: [VerbAbout] {
    Verbs.all.map(\.verb) + LanguageVerbs.abouts
  }

  private static let things: [Category: [About]] = [
    .policy: Policies.all.map(\.about),
    .activation: Activations.all.map(\.about),
    .sparsity: Sparsities.all.map(\.about),
    .initialiser: Initialisers.all.map(\.about),
    .optimizer: Optimizers.all.map(\.about),
    .dataset: DatasetSources.all.map(\.about),
    .format: DataFormats.all.map(\.about),
    .scaling: ScalingMethods.all.map(\.about),
    .part: ReportParts.all.map(\.about),
  ]

  private static let members: [String: [MemberAbout]] = [
    DatasetObject.kind: DatasetObject.members.map(\.about),
    NetworkObject.kind: NetworkObject.members.map(\.about),
    PolicyObject.kind: PolicyObject.members.map(\.about),
    RunObject.kind: RunObject.members.map(\.about),
    StudyObject.kind: StudyObject.members.map(\.about),
    TableObject.kind: TableObject.members.map(\.about),
    DocumentObject.kind: DocumentObject.members.map(\.about),
    FigureObject.kind: FigureObject.members.map(\.about),
  ]
}
