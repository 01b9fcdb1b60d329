@main
struct Sparsesh {
  static func main() {}
}
