import { useT } from '../../../words.ts';

/** The page of one question, in a frame where no script runs and nothing can be sent. */
export function WebPreview({ html }: { html: string }) {
  const t = useT();
  return <iframe className="preview-page" title={t('preview.page')} sandbox="allow-same-origin" srcDoc={html} />;
}
