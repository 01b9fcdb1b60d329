internal import Catalogue

/// The nine data sets of the papers on evolving sparse networks.
public enum KnownSets {
  /// All of them, in alphabetical order.
  public static let all: [KnownSet] = [
    cnae9, coil100, epilepsy, fashionMNIST, har, isolet, madelon, micromass, mnist,
  ]

  /// The set of that name.
  /// - Throws: `DataError` (E0625) for a name that is none of theirs.
  public static func named(_ name: String) throws(DataError) -> KnownSet {
    guard let set = all.first(where: { $0.name == name }) else {
      throw DataError.unknown("known data set", name, among: all.map(\.name), key: nil)
    }
    return set
  }

  private static let uci = "https://archive.ics.uci.edu/static/public"
  private static let attribution = "CC BY 4.0"

  private static let cnae9 = KnownSet(
    name: "cnae9", folder: "cnae-9", subject: "business descriptions as word counts", classes: 9,
    features: 856, train: 1080, test: nil, licence: attribution,
    citation: "P. M. Ciarelli, E. Oliveira, CNAE-9, 2012; UCI data set 233",
    downloads: [KnownDownload("\(uci)/233/cnae+9.zip", [KnownFile("CNAE-9.data")])])

  private static let coil100 = KnownSet(
    name: "coil100", folder: "coil-100", subject: "photographs of objects, 32 × 32 pixels",
    classes: 100, features: 1024, train: 7200, test: nil,
    licence: "Columbia University, for research",
    citation: "S. Nayar, S. Nene, H. Murase, Columbia Object Image Library (COIL-100), 1996",
    downloads: [
      KnownDownload(
        "http://www.cad.zju.edu.cn/home/dengcai/Data/COIL20/COIL100.mat",
        [KnownFile("COIL100.mat")])
    ],
    note: "the small pictures are those that D. Cai made of the originals of 128 × 128 pixels")

  private static let epilepsy = KnownSet(
    name: "epilepsy", folder: "epilepsy", subject: "one second of EEG a sample, seizure or not",
    classes: 2, features: 178, train: 11_500, test: nil, licence: "not stated",
    citation: """
      R. Andrzejak et al., Indications of nonlinear deterministic and finite-dimensional structures \
      in time series of brain electrical activity, 2001; UCI data set 388
      """,
    downloads: [
      KnownDownload(
        "https://archive.ics.uci.edu/ml/machine-learning-databases/00388/data.csv",
        [KnownFile("data.csv")])
    ],
    note: "UCI has withdrawn this set; `--from` fetches it from a copy")

  private static let fashionMNIST = KnownSet(
    name: "fashion_mnist", folder: "fashion-mnist", subject: "pictures of clothes, 28 × 28 pixels",
    classes: 10, features: 784, train: 60_000, test: 10_000, licence: "MIT",
    citation: "H. Xiao, K. Rasul, R. Vollgraf, Fashion-MNIST, arXiv:1708.07747, 2017",
    downloads: images(
      "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com",
      [
        "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
        "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
        "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
        "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
      ]))

  private static let har = KnownSet(
    name: "har", folder: "har", subject: "what a person with a smartphone does", classes: 6,
    features: 561, train: 7352, test: 2947, licence: attribution,
    citation: """
      D. Anguita et al., A public domain dataset for human activity recognition using smartphones, \
      2013; UCI data set 240
      """,
    downloads: [
      KnownDownload(
        "\(uci)/240/human+activity+recognition+using+smartphones.zip",
        ["X_train.txt", "y_train.txt", "X_test.txt", "y_test.txt"].map { KnownFile($0) })
    ])

  private static let isolet = KnownSet(
    name: "isolet", folder: "isolet", subject: "spoken letters", classes: 26, features: 617,
    train: 6238, test: 1559, licence: attribution,
    citation: "M. Fanty, R. Cole, Spoken letter recognition, NIPS 1990; UCI data set 54",
    downloads: [
      KnownDownload(
        "\(uci)/54/isolet.zip",
        [
          KnownFile(
            "isolet1+2+3+4.data",
            sha256: "aa935cc98ec22ee689aa5b2ddf1fdce074692f7016f0255f0982df133ccbab38"),
          KnownFile(
            "isolet5.data",
            sha256: "d3409bb424f2bf9a68d0d07d4824b1d776b430d2e49c1207f00502a9e2f2a899"),
        ])
    ])

  private static let madelon = KnownSet(
    name: "madelon", folder: "madelon", subject: "20 informative features among 500", classes: 2,
    features: 500, train: 2000, test: 600, licence: attribution,
    citation: """
      I. Guyon, Design of experiments of the NIPS 2003 variable selection benchmark, 2003; \
      UCI data set 171
      """,
    downloads: [
      KnownDownload(
        "\(uci)/171/madelon.zip",
        [
          KnownFile(
            "madelon_train.data",
            sha256: "0b6e37711efdc7ab74250c51e7d6966bffd9f8f2b0e9971e882c3a7a380c2314"),
          KnownFile(
            "madelon_train.labels",
            sha256: "10bffcc3b017467cb810d326b931951adcbde2b4870faf981da2991993b48689"),
          KnownFile(
            "madelon_valid.data",
            sha256: "cb9a46475147de1a58d9f15ef4c318e5b85de344e0f9ab92626fa446aa815dc9"),
          KnownFile(
            "madelon_valid.labels",
            sha256: "fbac32fa87fac41ab731994a1c824e7b25396069bff6df242c01fe240fcb34dc"),
        ])
    ])

  private static let micromass = KnownSet(
    name: "micromass", folder: "micromass", subject: "mass spectra of bacteria", classes: 20,
    features: 1300, train: 571, test: nil, licence: attribution,
    citation: """
      P. Mahé, J.-B. Veyrieras, MicroMass, 2013; UCI data set 253
      """,
    downloads: [
      KnownDownload(
        "\(uci)/253/micromass.zip",
        ["pure_spectra_matrix.csv", "pure_spectra_metadata.csv"].map { KnownFile($0) })
    ])

  private static let mnist = KnownSet(
    name: "mnist", folder: "mnist", subject: "handwritten digits, 28 × 28 pixels", classes: 10,
    features: 784, train: 60_000, test: 10_000, licence: "not stated",
    citation: """
      Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, Gradient-based learning applied to document \
      recognition, 1998
      """,
    downloads: images(
      "https://ossci-datasets.s3.amazonaws.com/mnist",
      [
        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
      ]))

  /// The four files of a set in the form of MNIST.
  private static func images(_ folder: String, _ checksums: [String]) -> [KnownDownload] {
    let names = [
      "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz",
      "t10k-labels-idx1-ubyte.gz",
    ]
    return zip(names, checksums).map {
      KnownDownload("\(folder)/\($0)", [KnownFile($0, sha256: $1)])
    }
  }
}
