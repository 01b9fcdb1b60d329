/// The script of HTML documents. It only adds: whatever it does not reach stays readable. It makes no
/// element out of text, and asks for nothing beyond the page.
enum PageScript {
  /// The whole of it.
  static let text = """
    (() => {
    'use strict';
    \(shared)
    \(ReadoutScript.charts)
    \(ReadoutScript.grids)
    \(ReadoutScript.tips)
    \(FilmScript.text)
    \(SortScript.text)
    })();
    """

  /// What the others use: elements, drawings' elements, data beside a drawing, and numbers as reports write them.
  private static let shared = #"""
    const make = (name, kind, parent) => {
      const element = document.createElement(name);
      if (kind) element.className = kind;
      if (parent) parent.append(element);
      return element;
    };
    const draw = (name, attributes, parent) => {
      const element = document.createElementNS(parent.namespaceURI, name);
      for (const key in attributes) element.setAttribute(key, attributes[key]);
      parent.append(element);
      return element;
    };
    const dataOf = element => {
      for (const child of element.children)
        if (child.type === 'application/json') return JSON.parse(child.textContent);
      return null;
    };
    const number = value => {
      const size = Math.abs(value);
      if (size !== 0 && (size < 1e-5 || size >= 1e15)) return value.toExponential(4).replace('-', '−');
      return value.toLocaleString('en-US', {maximumSignificantDigits: 6}).replace('-', '−');
    };
    const reading = (value, unit) =>
      unit === 'percent' ? (100 * value).toFixed(2).replace('-', '−') + '%' :
      unit === 'count' ? (Math.round(value * 100) / 100).toLocaleString('en-US') : number(value);
    const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
    """#
}
