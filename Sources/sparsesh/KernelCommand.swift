internal import ArgumentParser

/// `sparsesh kernel install|run`: the kernel of notebooks.
struct KernelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernel", abstract: "Use sparsesh in Jupyter notebooks.",
    subcommands: [KernelInstallCommand.self, KernelRunCommand.self])
}
