extension ReportPage {
  /// The policy forbids what the page does not need, should a value ever get out of its place.
  static let start: StaticString = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>Pictures that are the same</title>

    """

  static let style: StaticString = """
    <style>
    :root { color-scheme: light dark; --text: #1b1b1b; --faint: #5c5c5c; --page: #fff;
      --card: #f4f4f2; --kept: #1a7f37; --conflict: #b3261e; --link: #0b57d0; }
    @media (prefers-color-scheme: dark) {
      :root { --text: #e6e6e6; --faint: #a6a6a6; --page: #121212; --card: #1f1f1f;
        --kept: #5bc274; --conflict: #ff8a80; --link: #8ab4f8; }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 90rem; padding: 1rem; background: var(--page);
      color: var(--text); font: 1rem/1.4 system-ui, sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.4rem; margin: 0; }
    h2 { font-size: 1.05rem; margin: 0; }
    h3 { font-size: 1rem; margin: .5rem 0 0; }
    p { margin: .25rem 0; }
    a { color: var(--link); }
    section { margin-top: 1.5rem; padding: .25rem 0 0 .75rem; border-left: .25rem solid var(--card); }
    section.conflict { border-color: var(--conflict); }
    strong { color: var(--conflict); }
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(10rem, 100%), 1fr));
      gap: .75rem; list-style: none; margin: .5rem 0 0; padding: 0; }
    @media (min-width: 48rem) {
      ul { grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); }
    }
    li { min-width: 0; padding: .5rem; background: var(--card); border: 2px solid transparent;
      border-radius: .5rem; font-size: .875rem; }
    li.kept { border-color: var(--kept); }
    li.kept h3 { color: var(--kept); }
    img, .missing { display: block; width: 100%; height: 160px; object-fit: contain; }
    .missing { margin: 0; padding: .5rem; border: 1px dashed var(--faint); color: var(--faint);
      overflow: auto; }
    dl { margin: .5rem 0 0; }
    dt { color: var(--faint); font-size: .75rem; }
    dd { margin: 0 0 .25rem; }
    </style>

    """
}
