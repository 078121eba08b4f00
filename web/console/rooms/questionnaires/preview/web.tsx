import { useT } from '../../../words.ts';

/** A page inside a page: its landmarks are named, since they stand beside the console's own. */
const named = (html: string, name: string) => html.replace(/<(header|main|footer)\b/g, `<$1 aria-label="${name}"`);

/** The page of one question, in a frame of no origin: it reaches nothing of the console and can send nothing. */
export function WebPreview({ html }: { html: string }) {
  const t = useT();
  return (
    <iframe
      className="preview-page"
      title={t('preview.page')}
      sandbox="allow-scripts"
      srcDoc={named(html, t('preview.page'))}
    />
  );
}
