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
      ".chart .hit{fill:transparent}",
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
    :root{--link:#0059a3}
    @media screen and (prefers-color-scheme:dark){:root{--link:#7cc0f5}}
    *{box-sizing:border-box}
    [hidden]{display:none!important}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--back);color:var(--text);font:16px/1.55 system-ui,sans-serif}
    header,main,footer{max-width:62rem;margin:0 auto;padding:0 1rem}
    header{padding-top:1.5rem}
    main{outline:none;padding-bottom:2rem}
    .skip{position:absolute;left:-99rem;padding:.6rem 1rem;background:var(--back);color:var(--text)}
    .skip:focus{left:0;top:0;z-index:3}
    h1{font-size:1.7rem;line-height:1.25;margin:.5rem 0 1rem;overflow-wrap:anywhere}
    h2{font-size:1.2rem;line-height:1.3;margin:2.4rem 0 .8rem;padding-bottom:.3rem;border-bottom:1px solid var(--line);scroll-margin-top:1rem}
    nav ul{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:0;padding:0;list-style:none;font-size:.92rem}
    nav a{display:inline-block;padding:.25rem 0;color:var(--link)}
    p{max-width:42rem;overflow-wrap:anywhere}
    dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.3rem 1.4rem;margin:1rem 0}
    dt{color:var(--muted)}
    dd{margin:0;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;min-width:0}
    dd small,.note{color:var(--muted)}
    figure{margin:1.4rem 0;min-width:0}
    figcaption,caption{text-align:left;font-size:.95rem;font-weight:600;color:var(--text);padding-bottom:.4rem}
    figure svg{display:block;width:100%;height:auto}
    .legend{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:.4rem 0 0;padding:0;list-style:none;font-size:.88rem}
    .legend svg{display:inline-block;width:28px;height:10px;margin-right:.4rem;vertical-align:middle}
    .legend li{overflow-wrap:anywhere}
    .scroll{overflow-x:auto;margin:1.2rem 0}
    table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums}
    th,td{padding:.3rem 1.1rem .3rem 0;text-align:left;vertical-align:top;white-space:nowrap}
    th:last-child,td:last-child{padding-right:1rem}
    th.n,td.n{text-align:right}
    thead th{border-bottom:2px solid var(--line);color:var(--muted);font-weight:600;vertical-align:bottom}
    tbody th{font-weight:500}
    tbody tr+tr>*{border-top:1px solid var(--line)}
    .note{font-size:.88rem;margin:.3rem 0}
    pre{overflow-x:auto;background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:.8rem 1rem;font:13.5px/1.5 ui-monospace,monospace}
    footer{padding-bottom:3rem;color:var(--muted);font-size:.85rem}
    \(Palette.drawing)
    .chart .hit{fill:transparent}
    .chart .ring{fill:none;stroke:var(--text);stroke-width:2}
    \(controls)
    @media (max-width:36rem){.scroll tr>:first-child{position:sticky;left:0;max-width:44vw;background:var(--back);white-space:normal;overflow-wrap:break-word}.scroll tr>:first-child:not(.n){min-width:6.5rem}dl{grid-template-columns:minmax(0,1fr);gap:0}dd{margin-bottom:.5rem}.chart text{font-size:20px}.chart.named text{font-size:16px}.chart .stroke{stroke-width:3}}
    @media (min-width:60rem){.chart text{font-size:11px}}
    @media (min-width:48rem){.reels{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem}.reels .chart text{font-size:19px}}
    @media print{\(paper)}
    """

  /// What the script brings to light.
  private static let controls = """
    thead button{all:unset;cursor:pointer;box-sizing:border-box;position:relative}
    thead button::after{content:"";position:absolute;left:100%;bottom:.45em;margin-left:.25em;border:.28em solid transparent}
    thead button:hover{color:var(--text)}
    th[aria-sort] button{color:var(--text)}
    th[aria-sort=ascending] button::after{border-bottom-color:currentColor;bottom:.55em}
    th[aria-sort=descending] button::after{border-top-color:currentColor;bottom:.25em}
    .plot{position:relative;touch-action:pan-y}
    .tip{position:absolute;z-index:2;max-width:100%;pointer-events:none;padding:.35rem .6rem;background:var(--back);color:var(--text);border:1px solid var(--muted);border-radius:5px;font-size:.85rem;line-height:1.4;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
    .tip .head{color:var(--muted)}
    .tip .strong{font-weight:600}
    .tip i{display:inline-block;width:.65em;height:.65em;margin-right:.4em;border-radius:50%;background:var(--c)}
    .controls{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem .9rem;position:sticky;top:0;z-index:1;padding:.5rem 0;background:var(--back)}
    .controls button{min-width:5.2em;padding:.4rem .8rem;font:inherit;color:var(--text);background:var(--soft);border:1px solid var(--muted);border-radius:6px;cursor:pointer}
    .controls input{flex:1 1 9rem;min-width:6rem;height:1.8rem;margin:0;accent-color:var(--s0)}
    .controls label{min-width:9.5em;font-variant-numeric:tabular-nums}
    :focus-visible,thead button:focus-visible{outline:2px solid var(--link);outline-offset:2px}
    """

  /// On paper nothing can be pressed, and no figure falls apart.
  private static let paper =
    ":root{color-scheme:light}header,main,footer{max-width:none;padding:0}nav,.skip,.controls,.tip{display:none!important}"
    + ".still[hidden]{display:block!important}h2,figcaption{break-after:avoid}figure,dl,tr{break-inside:avoid}.film{break-inside:auto}"
    + ".reels{display:block}.reels figure{max-width:30rem}.scroll{overflow:visible}pre{white-space:pre-wrap;overflow-wrap:anywhere}th,td{white-space:normal}"
    + "thead button::after{display:none}table{font-size:.8rem}th,td{padding-right:.7rem}"
}
