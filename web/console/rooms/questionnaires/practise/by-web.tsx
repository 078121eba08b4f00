import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../../words.ts';
import { named } from '../preview/web.tsx';
import { askToPlay, type PractiseChoice, type Turn } from './session.ts';

interface ByWebProps {
  html: string;
  choice: PractiseChoice;
  turns: readonly Turn[];
  onTurn: (turn: Turn) => void;
}

/** What the page in the frame says was pressed. It has no origin, so anything may come: only what fits is taken. */
type Said = { fields: [string, string][]; to: string } | { open: string };

const isSaid = (data: unknown): data is Said =>
  typeof data === 'object' &&
  data !== null &&
  (('open' in data && typeof data.open === 'string') ||
    ('fields' in data && Array.isArray(data.fields) && 'to' in data && typeof data.to === 'string'));

/** The questions about the resident have an address of their own. */
const aboutAddress = /\/about(\?|$)/;

function turnOf(posted: readonly (readonly [unknown, unknown])[], to: string): Turn {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of posted) fields[String(name)] = [...(fields[String(name)] ?? []), String(value)];
  if (aboutAddress.test(to)) return { by: 'about', fields };
  return { by: 'web', question: fields.question?.[0] ?? '', fields };
}

function questionIn(address: string): string {
  const question = new URLSearchParams(address.slice(address.indexOf('?') + 1)).get('q') ?? '';
  return aboutAddress.test(address) ? `about/${question}` : question;
}

const screens = ['phone', 'wide'] as const;

/** The real pages in a frame of no origin: what is pressed there is played by the server, and the next page goes back into it. */
function Frame({ html, choice, turns, onTurn, wide }: ByWebProps & { wide: boolean }) {
  const t = useT();
  const frame = useRef<HTMLIFrameElement>(null);
  const title = t('practise.frame');
  /** The frame is opened once; pages after that are shown within it, as a browser would. */
  const [first] = useState(html);
  const held = useRef({ turns, choice, onTurn, title });
  held.current = { turns, choice, onTurn, title };
  useEffect(() => {
    const hear = async ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow || !isSaid(data)) return;
      const { turns: before, choice: chosen, onTurn: tell, title: name } = held.current;
      const turn = 'fields' in data ? turnOf(data.fields, data.to) : null;
      const now = turn ? [...before, turn] : before;
      const { view } = await askToPlay(chosen, now, 'open' in data ? questionIn(data.open) : undefined);
      if (turn) tell(turn);
      if (view.as === 'web') frame.current?.contentWindow?.postMessage(named(view.html, name), '*');
    };
    const listener = (event: MessageEvent<unknown>) => void hear(event).catch(() => undefined);
    window.addEventListener('message', listener);
    return () => window.removeEventListener('message', listener);
  }, []);
  return (
    <iframe
      ref={frame}
      className={wide ? 'preview-page preview-wide' : 'preview-page'}
      title={title}
      sandbox="allow-scripts allow-forms"
      srcDoc={named(first, title)}
    />
  );
}

/** The survey on a phone or on a large screen. */
export function ByWeb(props: ByWebProps) {
  const t = useT();
  const [screen, setScreen] = useState<(typeof screens)[number]>('phone');
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for boxes of a form; these show at once what they name */}
      <div className="preview-ways" role="group" aria-label={t('practise.screen')}>
        {screens.map((one) => (
          <Button key={one} aria-pressed={one === screen} onClick={() => setScreen(one)}>
            {t(`practise.screen_${one}`)}
          </Button>
        ))}
      </div>
      <div className="preview-scroll">
        <Frame key={screen} {...props} wide={screen === 'wide'} />
      </div>
    </>
  );
}
