public import Catalogue

/// The codes of everything that can go wrong with a data file or a request for data.
public enum DatasetErrorCodes {
  /// A file or folder is not there.
  public static let missing = ErrorCode(
    "E0601", "file not found",
    "No file of that name exists. A name that does not start with `/` counts from the script's "
      + "folder, at the prompt from the current one.")
  /// A path leads to something that holds no bytes to read.
  public static let notAFile = ErrorCode(
    "E0602", "not a file", "The path is a folder or a device where a file is needed.")
  /// The system refused to read.
  public static let unreadable = ErrorCode(
    "E0603", "file cannot be read", "The system refuses to read the file; look at its permissions.")
  /// A file without content.
  public static let empty = ErrorCode(
    "E0604", "empty file", "The file holds no sample; a download may have failed.")
  /// More than this machine could hold.
  public static let tooLarge = ErrorCode(
    "E0605", "file too large",
    "The file, or what it decompresses to, is larger than the memory a data set may take.")
  /// The compressed stream is damaged or ends early.
  public static let damagedGzip = ErrorCode(
    "E0606", "damaged gzip file",
    "The compressed data end early or fail their checksum; fetch the file again.")
  /// Bytes that are no text where text is needed.
  public static let notText = ErrorCode(
    "E0607", "not a text file",
    "The file holds bytes that no text in UTF-8 has; it may be an image, an archive or UTF-16.")
  /// Rows of different lengths.
  public static let ragged = ErrorCode(
    "E0608", "row of another length", "Every row must have as many values as the first.")
  /// A text where a number is needed.
  public static let notANumber = ErrorCode(
    "E0609", "text where a number is needed",
    "Every column but the label must hold numbers; leave others out with `drop=`.")
  /// NaN, infinity, a blank or a marker of a missing value.
  public static let notFinite = ErrorCode(
    "E0610", "missing or infinite value",
    "Training needs a finite number in every cell; remove the row, fill the cell, or `drop=` the "
      + "column.")
  /// A quote that is never closed.
  public static let openQuote = ErrorCode(
    "E0611", "unclosed quote", "A cell starts with a quote that no other quote closes.")
  /// No labels for the samples.
  public static let noLabels = ErrorCode(
    "E0612", "labels missing",
    "The samples' labels are in a file of their own that was neither given nor found beside them.")
  /// Numbers of samples and labels differ.
  public static let countsDiffer = ErrorCode(
    "E0613", "numbers of samples and labels differ",
    "Each sample needs exactly one label, in the same order.")
  /// One class, or a class a sample.
  public static let classes = ErrorCode(
    "E0614", "unusable classes",
    "Training needs at least two classes, and classes that have several samples each.")
  /// A class in the test file alone.
  public static let unseenLabel = ErrorCode(
    "E0615", "unseen label", "The test file has a label that no training sample has.")
  /// Test samples of another width.
  public static let widthsDiffer = ErrorCode(
    "E0616", "numbers of features differ",
    "Training and test samples must have the same features in the same order.")
  /// A column that the file does not have.
  public static let noColumn = ErrorCode(
    "E0617", "no such column",
    "Columns go by their name in the header, or by their number counted from 1.")
  /// Nothing left to learn from.
  public static let noFeatures = ErrorCode(
    "E0618", "no features", "Besides the label and what `drop=` leaves out, no column remains.")
  /// A magic number that is none of the format's.
  public static let badMagic = ErrorCode(
    "E0619", "not of that format", "The first bytes are not those of the format.")
  /// A header that does not fit the content.
  public static let badHeader = ErrorCode(
    "E0620", "header does not fit",
    "The header announces sizes that the file does not have: it is truncated or damaged.")
  /// No format reads the file.
  public static let unknownFormat = ErrorCode(
    "E0621", "unknown format", "No registered format recognises the file; name one by `format=`.")
  /// A set that the data directory lacks.
  public static let notInDataDirectory = ErrorCode(
    "E0622", "data set not found",
    "The set's files are not in the data directory, which `set data_dir=` or the environment "
      + "variable SPARSESH_DATA names.")
  /// Keys that do not go together.
  public static let badRequest = ErrorCode(
    "E0623", "keys do not fit", "Keys of `data` contradict each other or the subject.")
  /// Too few samples to split as asked.
  public static let tooFew = ErrorCode(
    "E0624", "too few samples", "After splitting, training or test samples would be missing.")
  /// A name of the catalogue that is not registered.
  public static let unknownName = ErrorCode(
    "E0625", "unknown name", "Nothing of that name is registered in its category.")
  /// A sparse entry that is no ascending index with a value.
  public static let badEntry = ErrorCode(
    "E0626", "not a sparse entry",
    "A sparse row is a list of an index and a value each, the indices ascending.")
  /// A declaration of ARFF that cannot be understood.
  public static let badDeclaration = ErrorCode(
    "E0627", "declaration not understood",
    "An ARFF file starts with `@relation`, one `@attribute` with name and type a column, and `@data`."
  )
  /// A value that its column does not declare.
  public static let undeclared = ErrorCode(
    "E0628", "undeclared value",
    "A nominal column may only hold the values that its declaration lists.")
  /// An array that is not in the file.
  public static let noArray = ErrorCode(
    "E0629", "no such array",
    "The file holds no array of that name, or several of which none is named like samples or labels."
  )
  /// An array of a sort that is no table of numbers.
  public static let unusableArray = ErrorCode(
    "E0630", "unusable array",
    "Samples are a numeric array with one row a sample, labels an array with one element a sample.")
  /// A download that did not come through.
  public static let downloadFailed = ErrorCode(
    "E0631", "download failed",
    "The address cannot be reached or has no such file, or the connection broke; nothing was stored. "
      + "`--from` names another address or a folder.")
  /// A downloaded file that is not the one that was published.
  public static let checksum = ErrorCode(
    "E0632", "checksum differs",
    "The file that came is not the one that was published: it is damaged, or was changed at its "
      + "origin. Nothing was stored.")
  /// The data directory cannot be written.
  public static let unwritable = ErrorCode(
    "E0633", "data set cannot be stored",
    "The data directory does not exist and cannot be made, is not writable, or its disk is full.")
  /// An archive without the file that is wanted.
  public static let notInArchive = ErrorCode(
    "E0634", "file missing in archive",
    "The archive that came does not hold a file of the data set, or is damaged; nothing was stored."
  )
  /// Samples to augment that are no images.
  public static let notImages = ErrorCode(
    "E0635", "not images",
    "Only images can be augmented: features that are the pixels of a rectangle the file tells of, or of a square."
  )
  /// Labels that cannot be grouped as asked.
  public static let badGroups = ErrorCode(
    "E0636", "classes do not fit the labels",
    "`groups=` lists at least two classes, each a label or a list of labels that training samples "
      + "have, and no label twice.")

  /// All of them, in order.
  public static let all = [
    missing, notAFile, unreadable, empty, tooLarge, damagedGzip, notText, ragged, notANumber,
    notFinite, openQuote, noLabels, countsDiffer, classes, unseenLabel, widthsDiffer, noColumn,
    noFeatures, badMagic, badHeader, unknownFormat, notInDataDirectory, badRequest, tooFew,
    unknownName, badEntry, badDeclaration, undeclared, noArray, unusableArray,
    downloadFailed, checksum, unwritable, notInArchive, notImages, badGroups,
  ]
}
