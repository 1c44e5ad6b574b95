/**
 * The look of the button. A page changes it with the custom properties, or with `::part(button)` and the like. What suits a dark page follows the
 * page's `color-scheme`, not the reader's wish, which a light page ignores; an older browser shows the text in the page's own colour.
 * @see https://developer.mozilla.org/docs/Web/CSS/color_value/light-dark
 */
export const styles = `
  :host { display: inline-grid; gap: .5rem; justify-items: start; font: inherit; max-width: 100%; }
  :host([hidden]), [hidden] { display: none !important; }
  [part~=button] {
    display: inline-flex; align-items: center; justify-content: center; gap: .55em; box-sizing: border-box;
    min-height: 3rem; max-width: 100%; padding: .6em 1.4em; border: 0; cursor: pointer;
    border-radius: var(--tel-button-radius, 999px);
    background: var(--tel-button-background, #0b7a4b); color: var(--tel-button-color, #fff);
    font: inherit; font-weight: 700; line-height: 1.3; text-decoration: none;
    transition: background .15s, transform .1s;
  }
  [part~=button]:hover { background: var(--tel-button-background-hover, #08613b); }
  [part~=button]:active { transform: translateY(1px); }
  [part~=button]:focus-visible { outline: 3px solid var(--tel-button-focus, #1a73e8); outline-offset: 3px; }
  [part~=button][aria-disabled=true] { cursor: progress; }
  [part=icon] { width: 1.25em; height: 1.25em; flex: none; fill: currentColor; }
  [aria-busy=true] [part=icon] { animation: pulse 1s ease-in-out infinite; }
  [part~=link] { flex-wrap: wrap; row-gap: 0; }
  [part=number] { white-space: nowrap; font-weight: 500; font-variant-numeric: tabular-nums; }
  [part=message] { font-size: .875em; line-height: 1.5; color: var(--tel-button-message, inherit); }
  [part=message]:empty { position: absolute; }
  :host([state=failed]) [part=message] { color: var(--tel-button-error, light-dark(#b3261e, #ffb4ab)); }
  @keyframes pulse { 50% { opacity: .35; } }
  @media (prefers-reduced-motion: reduce) { [part~=button], [part=icon] { transition: none; animation: none !important; } }
`;
