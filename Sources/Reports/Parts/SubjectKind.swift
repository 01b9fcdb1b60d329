/// The kinds of results that can be reported on. The raw value is the word that users know.
public enum SubjectKind: String, Sendable, CaseIterable {
  case run
  case study
  case dataset
  case network
}
