import { Loaded } from '../../../parts/loaded.tsx';
import { useT } from '../../../words.ts';
import { EmailPreview } from './email.tsx';
import { LetterPreview } from './letter.tsx';
import { ScriptPreview } from './script.tsx';
import { type Chosen, useShown, type Way } from './shown.ts';
import { TextPreview } from './text.tsx';
import { WebPreview } from './web.tsx';

const asOf = (way: Way) => (way === 'wide' ? 'web' : way);

/** What a resident gets by one way. */
export function Panel({ way, chosen }: { way: Way; chosen: Chosen }) {
  const t = useT();
  const query = useShown(asOf(way), chosen);
  return (
    <Loaded query={query} what={t('preview.what')}>
      {(shown) => {
        switch (shown.as) {
          case 'web':
            return <WebPreview html={shown.html} wide={way === 'wide'} />;
          case 'text':
            return <TextPreview shown={shown} chosen={chosen} />;
          case 'letter':
            return <LetterPreview shown={shown} chosen={chosen} />;
          case 'telephone':
            return <ScriptPreview shown={shown} chosen={chosen} />;
          case 'email':
            return <EmailPreview shown={shown} chosen={chosen} />;
        }
      }}
    </Loaded>
  );
}
