/// The folder of the real data sets, one folder a set.
public enum DataDirectory {
  /// The folder that was set or, where none was, the one that the environment variable SPARSESH_DATA
  /// names; nil without either.
  public static func chosen(_ given: String?) -> String? {
    given ?? PathText.environment("SPARSESH_DATA")
  }
}
