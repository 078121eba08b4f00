import { useT } from '../../../words.ts';
import { useTabOrder } from './shown.ts';

/** A page inside a page: its landmarks are named, since they stand beside the console's own. */
export const named = (html: string, name: string): string =>
  html.replace(/<(header|main|footer)\b/g, `<$1 aria-label="${name}"`);

/**
 * The page of one question, in a frame of no origin: it reaches nothing of the console and can send nothing. A wide one loads the
 * form of large screens by the rule by which a resident's browser does.
 */
export function WebPreview({ html, wide = false }: { html: string; wide?: boolean }) {
  const t = useT();
  const order = useTabOrder();
  const title = t(wide ? 'preview.frame_wide' : 'preview.frame_web');
  const frame = (
    <iframe
      className={wide ? 'preview-page preview-wide' : 'preview-page'}
      title={title}
      tabIndex={order}
      sandbox="allow-scripts"
      srcDoc={named(html, title)}
    />
  );
  return (
    <>
      <p className="soft">{t('preview.picture')}</p>
      {wide ? (
        <section className="preview-scroll" aria-label={title} tabIndex={order}>
          {frame}
        </section>
      ) : (
        frame
      )}
    </>
  );
}
