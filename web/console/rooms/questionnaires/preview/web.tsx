import { useT } from '../../../words.ts';

/** A page inside a page: its landmarks would stand beside the console's own. */
const asPart = (html: string) => html.replace(/<(header|main|footer|nav)\b/g, '<$1 role="group"');

/** The page of one question, in a frame of no origin: it reaches nothing of the console and can send nothing. */
export function WebPreview({ html }: { html: string }) {
  const t = useT();
  return <iframe className="preview-page" title={t('preview.page')} sandbox="allow-scripts" srcDoc={asPart(html)} />;
}
