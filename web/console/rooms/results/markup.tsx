import './results.css';

/** Markup of our own server, every word in it escaped there, in a region that scrolls and that the keyboard reaches. */
export function Markup({ html, label }: { html: string; label: string }) {
  return (
    <section
      className="scroller result-markup"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      lang="en"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: charts and tables are drawn by our server, which escapes every word
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
