/// The style sheet of HTML documents: one column, readable from a telephone to paper.
enum StyleSheet {
  /// The class of what stands within a page of another's making.
  static let fragmentClass = "sparsesh"

  /// What such a part needs, in rules that touch nothing else on the page.
  static let fragment: String = {
    let own = "." + fragmentClass
    let rules = [
      "dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.4rem;margin:.6rem 0}",
      "dt{float:none;width:auto;white-space:nowrap}",
      "dd{margin:0;width:auto;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}",
      "figure{margin:1rem 0;max-width:44rem}",
      "figcaption,caption{text-align:left;font-weight:600;padding-bottom:.3rem}",
      "figure svg{display:block;width:100%;height:auto}",
      ".legend{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:.4rem 0 0;padding:0;list-style:none}",
      ".legend svg{display:inline-block;width:28px;height:10px;margin-right:.4rem;vertical-align:middle}",
      ".scroll{overflow-x:auto;margin:.6rem 0}",
      "th.n,td.n{text-align:right}",
      "table{font-variant-numeric:tabular-nums}",
      "pre{overflow-x:auto;background:var(--soft);padding:.6rem .8rem}",
    ]
    let scoped = rules.map { rule -> String in
      let brace = rule.firstIndex(of: "{") ?? rule.endIndex
      let selectors = rule[..<brace].split(separator: ",").map { "\(own) \($0)" }
      return selectors.joined(separator: ",") + rule[brace...]
    }
    let marks = Palette.drawing.split(separator: "\n").map { "\(own) \($0)" }
    return ([Palette.variables(within: own)] + scoped + marks).joined(separator: "\n")
  }()

  /// The whole of it.
  static let text = """
    \(Palette.variables)
    *{box-sizing:border-box}
    body{margin:0;background:var(--back);color:var(--text);font:16px/1.55 system-ui,sans-serif}
    main{max-width:54rem;margin:0 auto;padding:1.5rem 1rem 3rem}
    h1{font-size:1.7rem;line-height:1.25;margin:.5rem 0 1.2rem;overflow-wrap:anywhere}
    h2{font-size:1.2rem;line-height:1.3;margin:2.4rem 0 .8rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
    p{max-width:42rem;overflow-wrap:anywhere}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.4rem;margin:1rem 0}
    dt{color:var(--muted)}
    dd{margin:0;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;min-width:0}
    dd small,figcaption,caption,.note{color:var(--muted)}
    figure{margin:1.4rem 0}
    figcaption,caption{text-align:left;font-size:.95rem;font-weight:600;color:var(--text);padding-bottom:.4rem}
    figure svg{display:block;width:100%;height:auto}
    .legend{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:.4rem 0 0;padding:0;list-style:none;font-size:.88rem}
    .legend svg{display:inline-block;width:28px;height:10px;margin-right:.4rem;vertical-align:middle}
    .legend li{overflow-wrap:anywhere}
    .scroll{overflow-x:auto;margin:1.2rem 0}
    table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums}
    th,td{padding:.3rem 1.3rem .3rem 0;text-align:left;vertical-align:top;white-space:nowrap}
    th:last-child,td:last-child{padding-right:0}
    th.n,td.n{text-align:right}
    thead th{border-bottom:2px solid var(--line);color:var(--muted);font-weight:600}
    tbody th{font-weight:500}
    tbody tr+tr>*{border-top:1px solid var(--line)}
    .note{font-size:.88rem;margin:.3rem 0}
    pre{overflow-x:auto;background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:.8rem 1rem;font:13.5px/1.5 ui-monospace,monospace}
    footer{margin-top:3rem;color:var(--muted);font-size:.85rem}
    \(Palette.drawing)
    @media (max-width:36rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}.chart text{font-size:20px}.chart .stroke{stroke-width:3}}
    @media print{main{max-width:none;padding:0}h2{break-after:avoid}figure,dl,tr{break-inside:avoid}.scroll{overflow:visible}pre{white-space:pre-wrap}th,td{white-space:normal}}
    """
}
