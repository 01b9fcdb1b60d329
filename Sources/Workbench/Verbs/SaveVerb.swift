package import Catalogue
package import Language
internal import Training

/// `save RUN to="file"`: writes a trained network for other programs.
package enum SaveVerb: Verb {
  package static let verb = VerbAbout(
    About(
      name: "save", category: .verb, summary: "writes a trained network into a file",
      details: """
        `.safetensors` and `.npz` hold all of it: for each layer k the n_in × n_out weights in \
        SciPy's CSR convention (`k.indptr`, `k.indices`, `k.data`) or `k.weight` for a dense \
        layer, `k.bias`, the parameters of the activation (the right threshold of `srelu` is \
        t_left + |t_right|), all velocities, and the scaling of the inputs: a feature x enters as \
        (x − `input.mean`) / `input.deviation`, and as 0 where the deviation is 0. With \
        `scale=minmax` these are minimum and range. `.csv` is a list of its connections, `.onnx` \
        the network for other programs to run, `.graphml` a small one as a graph; `help files` \
        tells more. The file appears whole or not at all.
        """,
      parameters: [
        .required("to", .file, "the file; its name ends in \(NetworkFormats.endings())")
      ],
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-32-out\n"
            + "first = train net data=spirals epochs=2\nsave first to=\"first.safetensors\"")
      ]),
    subject: .expression(.object([RunObject.kind, NetworkObject.kind])))

  package static func perform(_ invocation: Invocation, in session: Session) throws -> Value {
    let path = invocation.arguments.text("to")
    let script = invocation.span.source.text
    switch try invocation.subjectObject() {
    case let object as RunObject: try SavedNetwork(object.run, script: script).save(to: path)
    case let object as NetworkObject: try object.saved(script: script).save(to: path)
    case let other: throw WorkbenchError.notAnObject(other.kind)
    }
    session.output("wrote \(path)")
    return .nothing
  }
}
