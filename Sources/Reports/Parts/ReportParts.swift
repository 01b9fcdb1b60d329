internal import Catalogue
internal import Datasets
internal import Networks
internal import Training

/// The registered report parts, and the reports made of them.
public enum ReportParts {
  /// All of them, in the order in which a report shows them.
  public static let all: [any ReportPart.Type] = [
    SummaryPart.self, ComparisonPart.self, SignificancePart.self, AccuracyPart.self, LossPart.self,
    ConfusionPart.self, LayersPart.self, EvolutionPart.self, DegreesPart.self, TopologyPart.self,
    FeaturesPart.self, RemovalPart.self, ClassesPart.self, ReproducibilityPart.self,
  ]

  /// The names of the parts that fit a kind, in the order of a report.
  public static func names(for kind: SubjectKind) -> [String] {
    all.filter { $0.kinds.contains(kind) }.map { $0.about.name }
  }

  /// A report on `subject`.
  /// - Parameters:
  ///   - parts: the names of the parts to show, in this order; nil for those that need not be asked
  ///     for.
  ///   - brief: whether large parts that nobody asked for are only named.
  ///   - context: what else is known.
  /// - Throws: `ReportError` where a part is unknown or does not fit the subject's kind.
  public static func document(
    on subject: Subject, parts: [String]? = nil, brief: Bool = false,
    in context: ReportContext = ReportContext()
  ) throws -> Document {
    let fitting = names(for: subject.kind)
    let leftOut = parts == nil ? onRequest(for: subject.kind, brief: brief) : []
    var blocks = try (parts ?? fitting.filter { !leftOut.contains($0) }).flatMap { name in
      guard let part = all.first(where: { $0.about.name == name }) else {
        throw ReportError.unknownPart(name, fitting: fitting)
      }
      return try part.blocks(for: subject, in: context)
    }
    if brief, !leftOut.isEmpty {
      let names = leftOut.joined(separator: ", ")
      blocks.append(
        .paragraph("Not shown here: \(names). Name them by `show=[…]`, or write a file by `to=`."))
    }
    return Document(title: title(of: subject, context.name), blocks: blocks)
  }

  /// The names of the parts that fit a kind but are shown only where they are asked for.
  private static func onRequest(for kind: SubjectKind, brief: Bool) -> [String] {
    all.filter { part in
      switch part.presence {
      case .always: false
      case .withRoom: brief && part.kinds.contains(kind)
      case .onRequest: part.kinds.contains(kind)
      }
    }.map { $0.about.name }
  }

  /// The title of a report: the name it is bound to, and what it is.
  static func title(of subject: Subject, _ name: String?) -> String {
    let what =
      switch subject {
      case .run(let run): "\(run.settings.policyCall.name) on \(run.dataName)"
      case .study(let study): title(of: study)
      case .dataset(let dataset): "data set \(dataset.name)"
      case .plan(let plan): "network \(plan.shape)"
      case .network(let network): "network \(network.shape)"
      }
    return name.map { "\($0): \(what)" } ?? (what.prefix(1).uppercased() + what.dropFirst())
  }

  private static func title(of study: Study) -> String {
    let runs = study.runs.count == 1 ? "1 run" : "\(study.runs.count) runs"
    guard !study.factors.isEmpty else { return runs }
    return "\(runs) over " + study.factors.map(\.name).joined(separator: " and ")
  }
}
